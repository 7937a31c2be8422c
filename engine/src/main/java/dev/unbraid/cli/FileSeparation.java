package dev.unbraid.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.unbraid.cli.Step.Extent;
import dev.unbraid.cli.Step.Unit;
import dev.unbraid.session.SeparateJob;
import dev.unbraid.session.SeparateListener;
import dev.unbraid.session.SeparateOutcome;
import dev.unbraid.session.SeparateProgress;
import dev.unbraid.session.SeparateReport;
import dev.unbraid.session.SeparateRequest;
import dev.unbraid.session.TrackNames;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// Takes one file apart, and tells how it goes.
final class FileSeparation implements SeparateListener {
    private final SeparateRequest request;
    private final Tools tools;
    private final Voice voice;
    private final Surroundings surroundings;
    private Optional<SeparateReport> done = Optional.empty();
    private final long startedNanos = System.nanoTime();

    /// What the file is a part of.
    interface Surroundings {
        /// A file by itself.
        Surroundings NONE = (_, _) -> Optional.empty();

        /// @param elapsed seconds of work on the file
        /// @param left    what it will still take
        Optional<Step.Whole> now(double elapsed, OptionalDouble left);
    }

    FileSeparation(SeparateRequest request, Tools tools, Surroundings surroundings) {
        this.request = request;
        this.tools = tools;
        this.voice = tools.voice();
        this.surroundings = surroundings;
    }

    /// @param names shared by all files of one command
    FileOutcome run(TrackNames names) {
        String file = request.input().toString();
        try {
            return tell(file, new SeparateJob(request, names, this, tools.finished(), tools.pace()).run());
        } catch (Exception | OutOfMemoryError e) {
            // Whatever happened to this file, the others are still to be tried.
            Failure failure = Failure.of(e);
            voice.failure(failure, file);
            return FileOutcome.failed(file, failure);
        }
    }

    /// What was done; empty if it was not.
    Optional<SeparateReport> report() {
        return done;
    }

    double elapsedSeconds() {
        return (System.nanoTime() - startedNanos) / 1e9;
    }

    private FileOutcome tell(String file, SeparateOutcome outcome) {
        return switch (outcome) {
            case SeparateOutcome.Done(SeparateReport report) -> {
                done = Optional.of(report);
                report.warnings().forEach(warning -> voice.note(warning(warning.sentence())));
                voice.result(ReportJson.of(file, report, new MemoryFigures(tools.pace()::networkPeak)), lines(file, report));
                yield FileOutcome.done(file, "done in %s".formatted(Step.clock(report.seconds())));
            }
            case SeparateOutcome.Skipped(var existing) -> {
                JsonObject event = JsonLines.event("skipped");
                event.addProperty("file", file);
                JsonArray paths = new JsonArray();
                existing.forEach(path -> paths.add(path.toString()));
                event.add("paths", paths);
                voice.result(event, List.of(file + ": skipped, its stems exist."));
                yield FileOutcome.skipped(file);
            }
            case SeparateOutcome.Cancelled _ -> {
                voice.failure(new Failure(ExitCode.CANCELLED, file + ": cancelled; no file was written, and the same command goes on where this one stopped."), file);
                yield FileOutcome.cancelled(file, "cancelled, no file was written");
            }
        };
    }

    /// Among several files it says which one it is about.
    private String warning(String sentence) {
        return surroundings.equals(Surroundings.NONE)
                ? "Warning: " + sentence
                : "Warning, %s: %s".formatted(request.input().getFileName(), sentence);
    }

    private static List<String> lines(String file, SeparateReport report) {
        return Stream.concat(
                        Stream.of("%s: done in %s%s".formatted(file, Step.clock(report.seconds()), reused(report))),
                        report.stems().stream().map(stem -> "  " + stem.path()))
                .toList();
    }

    private static String reused(SeparateReport report) {
        return report.reusedSegments() == 0
                ? ""
                : ", with %d segments that an earlier run had finished".formatted(report.reusedSegments());
    }

    @Override
    public boolean isCancelled() {
        return tools.stop().isGiven();
    }

    @Override
    public boolean mayGoOn() {
        return !isCancelled();
    }

    @Override
    public void progress(SeparateProgress progress) {
        switch (progress) {
            case SeparateProgress.Reading(long done, OptionalLong total) ->
                show("Reading", frames(done, total), OptionalDouble.empty());
            case SeparateProgress.Separating(int done, int total, OptionalDouble left) ->
                show("Separating", new Extent(done, OptionalDouble.of(total), Unit.SEGMENTS), left);
            case SeparateProgress.Writing(String stem, long done, long total) ->
                show("Writing " + stem + " of", frames(done, OptionalLong.of(total)), OptionalDouble.empty());
        }
    }

    private void show(String task, Extent extent, OptionalDouble left) {
        voice.progress(new Step(
                task, request.input().toString(), extent, left, surroundings.now(elapsedSeconds(), left)));
    }

    private static Extent frames(long done, OptionalLong total) {
        return new Extent(
                done, total.isPresent() ? OptionalDouble.of((double) total.getAsLong()) : OptionalDouble.empty(), Unit.FRAMES);
    }
}
