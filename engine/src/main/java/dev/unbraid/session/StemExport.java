package dev.unbraid.session;

import dev.unbraid.audio.Decibels;
import dev.unbraid.audio.FrameRange;
import dev.unbraid.codec.FloatWave;
import dev.unbraid.codec.ResamplingSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// The last pass: blends of tapes become sound files, in the work folder, several at a time. Where a tape is one already, only its
/// header is missing.
final class StemExport {
    private final OutputPlan plan;
    private final Tapes tapes;
    private final List<Blend> blends;
    private final Lengths lengths;
    private final SeparateListener listener;
    private final Watches watch;

    /// @param model  frames at the model's rate
    /// @param output frames at the rate of the files
    record Lengths(long model, long output) {}

    /// A finished file that waits for its name.
    record Written(Path file, SeparateReport.StemFile report) {}

    /// @param stems      in the order of the plan
    /// @param residualDb what is left when all stems are taken from the mix, against the mix; empty if not all are there
    record Exported(List<Written> stems, OptionalDouble residualDb) {
        Exported {
            stems = List.copyOf(stems);
        }
    }

    StemExport(OutputPlan plan, Tapes tapes, Lengths lengths, SeparateListener listener) {
        this.plan = plan;
        this.tapes = tapes;
        blends = Blend.outputs(plan.request(), tapes);
        this.lengths = lengths;
        this.listener = listener;
        watch = new Watches();
    }

    /// @return empty when somebody asked to stop
    Optional<Exported> into(WorkFolder work) throws IOException {
        List<Integer> outputs = IntStream.range(0, blends.size()).boxed().toList();
        boolean whole = plan.request().writesAllStems();
        try (Beside<Optional<TapeSurvey>> survey = Beside.begin("survey", unwanted -> whole || tapes.haveFiles()
                ? Optional.of(TapeSurvey.of(tapes, () -> unwanted.getAsBoolean() || watch.isCancelled()))
                : Optional.empty())) {
            FileRendering measuring = rendering(0);
            List<Double> peaks = measuring.measures()
                    ? SideBySide.each(outputs, it -> measuring.peakOf(sound(blends.get(it)))) : List.of(0.0);
            Making making = new Making(work, measuring.gain(Collections.max(peaks)), survey);
            List<Optional<Written>> written = SideBySide.each(
                    outputs.stream().filter(it -> plan.files().writes(plan.files().targets().get(it))).toList(),
                    it -> watch.isCancelled() ? Optional.empty() : Optional.of(make(it, making)));
            return watch.isCancelled() ? Optional.empty() : Optional.of(new Exported(
                    written.stream().flatMap(Optional::stream).toList(),
                    whole ? survey.get().orElseThrow().residualDb() : OptionalDouble.empty()));
        }
    }

    /// What all files are made with.
    private record Making(WorkFolder work, float gain, Beside<Optional<TapeSurvey>> survey) {}

    private Written make(int output, Making making) throws IOException {
        String name = plan.request().outputs().get(output);
        Optional<Path> tape = tapes.file(name);
        Path file = tape.orElseGet(() -> making.work().file("output-%d.part".formatted(output)));
        double peak = tape.isPresent()
                ? complete(output, file, making.survey())
                : rendering(output).write(sound(blends.get(output)), output, file, making.gain());
        watch.wroteAll(output);
        return new Written(file, new SeparateReport.StemFile(
                name,
                plan.files().targets().get(output),
                new SeparateReport.Length(lengths.output(), plan.outputSpec().sampleRate()),
                Decibels.ofAmplitude(peak),
                making.gain()));
    }

    /// @return the peak
    private double complete(int output, Path file, Beside<Optional<TapeSurvey>> survey) throws IOException {
        FloatWave.complete(file, plan.outputSpec());
        // The disk works while the processor measures.
        Publication.force(file);
        double peak = survey.get().orElseThrow().peak(plan.request().outputs().get(output));
        watch.wrote(output, lengths.output());
        return peak;
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

        synchronized void wrote(int output, long frames) {
            long sum = done.merge(output, frames, Long::sum);
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
