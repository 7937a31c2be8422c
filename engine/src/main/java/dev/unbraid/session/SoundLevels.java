package dev.unbraid.session;

import dev.unbraid.assets.AudioAsset;
import dev.unbraid.audio.Decibels;
import dev.unbraid.dsp.LoudnessMeter;
import dev.unbraid.dsp.Peak;

import java.util.OptionalDouble;

/// How loud a whole sound is.
///
/// @param peakDb highest sample of all channels, dB of full scale; minus infinity for silence
/// @param lufs   integrated; empty for silence and for less than 400 ms
public record SoundLevels(double peakDb, OptionalDouble lufs) {
    private static final int BLOCK_FRAMES = 1 << 15;

    /// Measures what there is of `sound`: about 100 ms a minute, so not for the screen's thread.
    public static SoundLevels of(AudioAsset sound) {
        LoudnessMeter meter = new LoudnessMeter(sound.spec());
        float[][] block = new float[sound.spec().channels()][BLOCK_FRAMES];
        float highest = 0;
        long frames = sound.frames();
        for (long frame = 0; frame < frames; frame += BLOCK_FRAMES) {
            int count = (int) Math.min(BLOCK_FRAMES, frames - frame);
            sound.read(frame, block, 0, count);
            highest = Math.max(highest, peak(block, count));
            meter.add(block, 0, count);
        }
        return new SoundLevels(Decibels.ofAmplitude(highest), meter.integratedLufs());
    }

    private static float peak(float[][] block, int count) {
        float highest = 0;
        for (float[] plane : block) {
            highest = Math.max(highest, Peak.of(plane, 0, count));
        }
        return highest;
    }
}
