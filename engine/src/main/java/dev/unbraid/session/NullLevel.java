package dev.unbraid.session;

import dev.unbraid.assets.AudioAsset;
import dev.unbraid.audio.Decibels;
import dev.unbraid.audio.FrameRange;
import dev.unbraid.dsp.Peak;
import dev.unbraid.separation.MixTape;

import java.io.IOException;
import java.util.List;

/// How much a mix and the sum of its stems differ.
///
/// @param peakDb of the difference, dB of full scale; minus infinity where the sum is the mix to the last bit
public record NullLevel(double peakDb) {
    private static final int BLOCK = 1 << 14;

    public boolean isExact() {
        return peakDb == Double.NEGATIVE_INFINITY;
    }

    /// Compares them in a stretch of time; about 100 ms for a minute of four stems, so not for the screen's thread.
    ///
    /// @param stems at the rate of the mix; silent where they are not (yet)
    public static NullLevel of(AudioAsset mix, List<AudioAsset> stems, FrameRange range) {
        int channels = stems.stream().mapToInt(it -> it.spec().channels()).reduce(mix.spec().channels(), Math::max);
        Leftover leftover = new Leftover(
                new AssetTape(mix), stems.stream().<MixTape>map(AssetTape::new).toList());
        float[][] planes = new float[channels][BLOCK];
        float peak = 0;
        for (long at = range.start(); at < range.end(); at += BLOCK) {
            int count = (int) Math.min(BLOCK, range.end() - at);
            try {
                leftover.read(at, planes, 0, count);
            } catch (IOException e) {
                throw new IllegalStateException("sounds of the session are in memory", e);
            }
            peak = Math.max(peak, peak(planes, count));
        }
        return new NullLevel(Decibels.ofAmplitude(peak));
    }

    private static float peak(float[][] planes, int count) {
        float peak = 0;
        for (float[] plane : planes) {
            peak = Math.max(peak, Peak.of(plane, 0, count));
        }
        return peak;
    }
}
