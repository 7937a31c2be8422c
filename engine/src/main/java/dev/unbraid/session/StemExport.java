package dev.unbraid.session;

import dev.unbraid.audio.Decibels;
import dev.unbraid.audio.FrameRange;
import dev.unbraid.codec.ResamplingSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The last pass: blends of tapes become sound files, in the work folder.
final class StemExport {
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
        List<FileRendering.Sound> sounds = blends.stream().map(this::sound).toList();
        float gain = rendering("").gain(sounds);
        List<Written> written = new ArrayList<>();
        for (int output = 0; output < blends.size() && !listener.isCancelled(); output++) {
            Path target = plan.files().targets().get(output);
            if (plan.files().writes(target)) {
                String stem = plan.request().outputs().get(output);
                Path file = work.file("output-%d.part".formatted(output));
                double peak = rendering(stem).write(sounds.get(output), output, file, gain);
                written.add(new Written(file, new SeparateReport.StemFile(
                        stem,
                        target,
                        new SeparateReport.Length(lengths.output(), plan.outputSpec().sampleRate()),
                        Decibels.ofAmplitude(peak),
                        gain)));
            }
        }
        return listener.isCancelled() ? Optional.empty() : Optional.of(List.copyOf(written));
    }

    private FileRendering.Sound sound(Blend blend) {
        FrameRange all = new FrameRange(0, lengths.model());
        return () -> new ExactLength(
                new ResamplingSource(
                        new BlendSource(blend, plan.request().bag().spec(), all), plan.outputSpec().sampleRate()),
                lengths.output());
    }

    private FileRendering rendering(String stem) {
        OutputSound sound = plan.request().sound();
        return new FileRendering(sound.format(), sound.clip(), plan.source().tags(), new Watch(stem));
    }

    private final class Watch implements FileRendering.Watch {
        private final String stem;
        private long done;

        Watch(String stem) {
            this.stem = stem;
        }

        @Override
        public boolean isCancelled() {
            return listener.isCancelled();
        }

        @Override
        public void measured(int frames) {}

        @Override
        public void wrote(int frames) {
            done += frames;
            listener.progress(new SeparateProgress.Writing(stem, done, lengths.output()));
        }
    }
}
