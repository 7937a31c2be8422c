package dev.unbraid.session;

import dev.unbraid.audio.AudioSink;
import dev.unbraid.audio.AudioSource;
import dev.unbraid.audio.AudioSpec;
import dev.unbraid.audio.Decibels;
import dev.unbraid.codec.AudioFiles;
import dev.unbraid.codec.ResamplingSource;
import dev.unbraid.codec.SampleFormat;
import dev.unbraid.dsp.Dither;
import dev.unbraid.dsp.DitheringSink;
import dev.unbraid.dsp.RunningStatistics;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The last pass: blends of tapes become sound files, in the work folder.
final class StemExport {
    private static final int BLOCK = 1 << 14;
    /// Some steps of 16 bits below full scale, so that dither does not reach it.
    private static final double CEILING = 1 - 4.0 / (1 << 15);

    private final OutputPlan plan;
    private final List<Blend> blends;
    private final Lengths lengths;
    private final SeparateListener listener;

    /// @param model  frames at the model's rate
    /// @param output frames at the rate of the files
    record Lengths(long model, long output) {}

    /// A finished file that waits for its name.
    record Written(Path file, SeparateReport.StemFile report) {}

    StemExport(OutputPlan plan, List<Blend> blends, Lengths lengths, SeparateListener listener) {
        this.plan = plan;
        this.blends = blends;
        this.lengths = lengths;
        this.listener = listener;
    }

    /// @return the files in the order of the plan; empty when somebody asked to stop
    Optional<List<Written>> into(WorkFolder work) throws IOException {
        float gain = gain();
        List<Written> written = new ArrayList<>();
        for (int output = 0; output < blends.size() && !listener.isCancelled(); output++) {
            Path target = plan.targets().get(output);
            if (plan.writes(target)) {
                Path file = work.file("output-%d.part".formatted(output));
                double peak = write(output, file, gain);
                written.add(new Written(file, new SeparateReport.StemFile(
                        plan.request().outputs().get(output),
                        target,
                        new SeparateReport.Length(lengths.output(), plan.outputSpec().sampleRate()),
                        Decibels.ofAmplitude(peak),
                        gain)));
            }
        }
        return listener.isCancelled() ? Optional.empty() : Optional.of(List.copyOf(written));
    }

    /// One gain for all files, also for those that need none: only then do they still add up to the mix.
    private float gain() throws IOException {
        OutputSound sound = plan.request().sound();
        boolean holdsPeaks = sound.format().sampleFormat() == SampleFormat.FLOAT_32;
        if (holdsPeaks || sound.clip() != OutputSound.Clip.LINKED) {
            return 1;
        }
        double peak = 0;
        for (Blend blend : blends) {
            peak = Math.max(peak, peakOf(blend));
        }
        return peak <= 1 ? 1 : (float) (CEILING / peak);
    }

    private double peakOf(Blend blend) throws IOException {
        RunningStatistics statistics = new RunningStatistics();
        try (AudioSource source = source(blend)) {
            float[][] planes = new float[source.spec().channels()][BLOCK];
            int read = source.read(planes, 0, BLOCK);
            while (read >= 0 && !listener.isCancelled()) {
                for (float[] plane : planes) {
                    statistics.add(plane, 0, read);
                }
                read = source.read(planes, 0, BLOCK);
            }
        }
        return statistics.peak();
    }

    private AudioSource source(Blend blend) {
        AudioSource atModelRate = new BlendSource(blend, plan.request().bag().spec(), lengths.model());
        return new ExactLength(
                new ResamplingSource(atModelRate, plan.outputSpec().sampleRate()), lengths.output());
    }

    private double write(int output, Path file, float gain) throws IOException {
        String stem = plan.request().outputs().get(output);
        RunningStatistics statistics = new RunningStatistics();
        try (AudioSource source = source(blends.get(output));
                AudioSink sink = sink(file, output)) {
            float[][] planes = new float[source.spec().channels()][BLOCK];
            long done = 0;
            int read = source.read(planes, 0, BLOCK);
            while (read >= 0 && !listener.isCancelled()) {
                for (float[] plane : planes) {
                    shape(plane, read, gain);
                    statistics.add(plane, 0, read);
                }
                sink.write(planes, 0, read);
                done += read;
                listener.progress(new SeparateProgress.Writing(stem, done, lengths.output()));
                read = source.read(planes, 0, BLOCK);
            }
        }
        return statistics.peak();
    }

    private void shape(float[] plane, int frames, float gain) {
        boolean clamps = plan.request().sound().clip() == OutputSound.Clip.CLAMP;
        for (int i = 0; i < frames; i++) {
            float sample = plane[i] * gain;
            plane[i] = clamps ? Math.clamp(sample, -1f, 1f) : sample;
        }
    }

    private AudioSink sink(Path file, int output) throws IOException {
        AudioSpec spec = plan.outputSpec();
        SampleFormat format = plan.request().sound().format().sampleFormat();
        AudioSink sink = AudioFiles.create(file, plan.request().sound().format(), spec, plan.source().tags());
        return switch (format) {
            // Noise of its own for each stem: the same noise in all would add up in their sum.
            case PCM_16 -> new DitheringSink(sink, new Dither(format.bits(), output));
            case PCM_24, FLOAT_32 -> sink;
        };
    }
}
