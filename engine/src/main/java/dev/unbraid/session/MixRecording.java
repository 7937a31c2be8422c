package dev.unbraid.session;

import dev.unbraid.assets.PcmFile;
import dev.unbraid.audio.AudioSource;
import dev.unbraid.audio.AudioSpec;
import dev.unbraid.codec.AudioReader;
import dev.unbraid.codec.ResamplingSource;
import dev.unbraid.dsp.RunningStatistics;
import dev.unbraid.separation.MixLevel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The first pass: the input, as the model wants it, onto disk, while its level is measured.
final class MixRecording {
    private static final int BLOCK = 1 << 14;

    private final AudioReader reader;
    private final AudioSpec spec;
    private final SeparateListener listener;
    private final RunningStatistics mono = new RunningStatistics();

    /// @param spec what the model wants
    MixRecording(AudioReader reader, AudioSpec spec, SeparateListener listener) {
        this.reader = reader;
        this.spec = spec;
        this.listener = listener;
    }

    /// @param sourceFrames the input's length at its own rate
    /// @param warnings     what was found wrong with the input, a sentence each
    record Recorded(MixLevel level, long sourceFrames, List<String> warnings) {}

    /// @return empty when somebody asked to stop
    Optional<Recorded> onto(PcmFile mix) throws IOException {
        CountedSource counted = new CountedSource(new FittedChannels(reader, spec.channels()));
        try (AudioSource source = new ResamplingSource(counted, spec.sampleRate())) {
            float[][] planes = new float[spec.channels()][BLOCK];
            float[] middle = new float[BLOCK];
            for (int read = source.read(planes, 0, BLOCK); read >= 0; read = source.read(planes, 0, BLOCK)) {
                if (listener.isCancelled()) {
                    return Optional.empty();
                }
                average(planes, middle, read);
                mono.add(middle, 0, read);
                mix.write(mix.frames(), planes, 0, read);
                listener.progress(new SeparateProgress.Reading(counted.frames(), reader.info().frames()));
            }
            MixLevel level = new MixLevel(mono.mean(), mono.standardDeviation());
            return Optional.of(new Recorded(level, counted.frames(), warnings()));
        }
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>(reader.warnings());
        if (reader.spec().channels() > spec.channels()) {
            warnings.add("Of the input's %d channels only the first %d were separated; mix them down first to hear all."
                    .formatted(reader.spec().channels(), spec.channels()));
        }
        return List.copyOf(warnings);
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
