package dev.unbraid.session;

import dev.unbraid.assets.PcmFile;
import dev.unbraid.audio.AudioSource;
import dev.unbraid.audio.AudioSpec;
import dev.unbraid.cache.FrameDigest;
import dev.unbraid.codec.ResamplingSource;
import dev.unbraid.dsp.RunningStatistics;
import dev.unbraid.separation.MixLevel;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalLong;

/// The first pass: the input, as the model wants it, onto disk, while its level is measured.
final class MixRecording {
    private static final int BLOCK = 1 << 14;

    private final AudioSource input;
    private final OptionalLong inputFrames;
    private final AudioSpec spec;
    private final SeparateListener listener;
    private final RunningStatistics mono = new RunningStatistics();

    /// @param input       closed in the end
    /// @param inputFrames how long it is thought to be
    /// @param spec        what the model wants
    MixRecording(AudioSource input, OptionalLong inputFrames, AudioSpec spec, SeparateListener listener) {
        this.input = input;
        this.inputFrames = inputFrames;
        this.spec = spec;
        this.listener = listener;
    }

    /// @param sourceFrames the input's length at its own rate
    /// @param sha256 of the frames that the model is shown
    record Recorded(MixLevel level, long sourceFrames, String sha256) {}

    /// @return empty when somebody asked to stop
    Optional<Recorded> onto(PcmFile mix) throws IOException {
        CountedSource counted = new CountedSource(new FittedChannels(input, spec.channels()));
        try (AudioSource source = new FullBlocks(new ResamplingSource(counted, spec.sampleRate()))) {
            float[][] planes = new float[spec.channels()][BLOCK];
            float[] middle = new float[BLOCK];
            FrameDigest digest = new FrameDigest(spec);
            for (int read = source.read(planes, 0, BLOCK); read >= 0; read = source.read(planes, 0, BLOCK)) {
                if (listener.isCancelled()) {
                    return Optional.empty();
                }
                average(planes, middle, read);
                mono.add(middle, 0, read);
                digest.add(planes, 0, read);
                mix.write(mix.frames(), planes, 0, read);
                listener.progress(new SeparateProgress.Reading(counted.frames(), inputFrames));
            }
            MixLevel level = new MixLevel(mono.mean(), mono.standardDeviation());
            return Optional.of(new Recorded(level, counted.frames(), digest.hex()));
        }
    }

    private static void average(float[][] planes, float[] middle, int frames) {
        for (int i = 0; i < frames; i++) {
            float sum = 0;
            for (float[] plane : planes) {
                sum += plane[i];
            }
            middle[i] = sum / planes.length;
        }
    }
}
