package dev.unbraid.session;

import dev.unbraid.audio.Decibels;
import dev.unbraid.audio.FrameRange;
import dev.unbraid.codec.ResamplingSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// The last pass: blends of tapes become sound files, in the work folder, several at a time.
final class StemExport {
    private final OutputPlan plan;
    private final List<Blend> blends;
    private final Lengths lengths;
    private final SeparateListener listener;
    private final Watches watch;

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
        watch = new Watches();
    }

    /// @return the files in the order of the plan; empty when somebody asked to stop
    Optional<List<Written>> into(WorkFolder work) throws IOException {
        List<Integer> outputs = IntStream.range(0, blends.size()).boxed().toList();
        FileRendering measuring = rendering(0);
        List<Double> peaks = measuring.measures()
                ? SideBySide.each(outputs, it -> measuring.peakOf(sound(blends.get(it)))) : List.of(0.0);
        float gain = measuring.gain(Collections.max(peaks));
        List<Optional<Written>> written = SideBySide.each(
                outputs.stream().filter(it -> plan.files().writes(plan.files().targets().get(it))).toList(),
                it -> watch.isCancelled() ? Optional.empty() : Optional.of(write(it, work, gain)));
        return watch.isCancelled() ? Optional.empty() : Optional.of(written.stream().flatMap(Optional::stream).toList());
    }

    private Written write(int output, WorkFolder work, float gain) throws IOException {
        Path file = work.file("output-%d.part".formatted(output));
        double peak = rendering(output).write(sound(blends.get(output)), output, file, gain);
        watch.wroteAll(output);
        return new Written(file, new SeparateReport.StemFile(
                plan.request().outputs().get(output),
                plan.files().targets().get(output),
                new SeparateReport.Length(lengths.output(), plan.outputSpec().sampleRate()),
                Decibels.ofAmplitude(peak),
                gain));
    }

    private FileRendering.Sound sound(Blend blend) {
        FrameRange all = new FrameRange(0, lengths.model());
        return () -> new ExactLength(
                new ResamplingSource(
                        new BlendSource(blend, plan.request().bag().spec(), all), plan.outputSpec().sampleRate()),
                lengths.output());
    }

    private FileRendering rendering(int output) {
        OutputSound sound = plan.request().sound();
        return new FileRendering(sound.format(), sound.clip(), plan.source().tags(), watch.of(output));
    }

    /// Between the threads that write and the listener, who hears of one file after the other.
    private final class Watches {
        private final Map<Integer, Long> done = new TreeMap<>();

        Watches() {
            for (int output = 0; output < blends.size(); output++) {
                if (plan.files().writes(plan.files().targets().get(output))) {
                    done.put(output, 0L);
                }
            }
        }

        /// May rest there; then so do the others.
        synchronized boolean isCancelled() {
            return listener.isCancelled();
        }

        private synchronized void wrote(int output, int frames) {
            long sum = done.merge(output, (long) frames, Long::sum);
            // The others are told of when it is their turn.
            if (done.keySet().iterator().next() == output) {
                listener.progress(new SeparateProgress.Writing(plan.request().outputs().get(output), sum, lengths.output()));
            }
        }

        synchronized void wroteAll(int output) {
            done.remove(output);
        }

        FileRendering.Watch of(int output) {
            return new FileRendering.Watch() {
                @Override
                public boolean isCancelled() {
                    return Watches.this.isCancelled();
                }

                @Override
                public void measured(int frames) {}

                @Override
                public void wrote(int frames) {
                    Watches.this.wrote(output, frames);
                }
            };
        }
    }
}
