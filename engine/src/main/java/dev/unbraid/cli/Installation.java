package dev.unbraid.cli;

import com.google.gson.JsonObject;
import dev.unbraid.checkpoint.CheckpointException;
import dev.unbraid.checkpoint.InstallControl;
import dev.unbraid.checkpoint.InstallOutcome;
import dev.unbraid.checkpoint.InstallProgress;
import dev.unbraid.checkpoint.ModelDescription;
import dev.unbraid.cli.Step.Extent;
import dev.unbraid.cli.Step.Unit;
import dev.unbraid.engine.Engine;

import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// Brings a model of the catalogue here, and tells how it goes.
final class Installation implements InstallControl {
    private final Engine engine;
    private final Voice voice;
    private final StopSignal stop;

    Installation(Engine engine, Voice voice, StopSignal stop) {
        this.engine = engine;
        this.voice = voice;
        this.stop = stop;
    }

    ExitCode install(String name) throws CheckpointException, IOException {
        engine.catalog().find(name).map(ModelDescription::licence).ifPresent(voice::note);
        return switch (engine.installer().install(name, this)) {
            case InstallOutcome.Installed installed -> {
                JsonObject event = JsonLines.event("installed");
                event.addProperty("model", name);
                event.addProperty("path", engine.store().path().resolve(name).toString());
                voice.result(event, List.of("%s is installed: %s."
                        .formatted(name, String.join(", ", installed.model().sources()))));
                yield ExitCode.DONE;
            }
            case InstallOutcome.Cancelled cancelled -> {
                voice.failure(
                        new Failure(ExitCode.CANCELLED, "Cancelled; the next try goes on where this one stopped."), "");
                yield ExitCode.CANCELLED;
            }
        };
    }

    @Override
    public boolean isCancelled() {
        return stop.isGiven();
    }

    @Override
    public void report(InstallProgress progress) {
        switch (progress) {
            case InstallProgress.Downloading at -> voice.progress(new Step(
                    "Downloading", at.file(), new Extent(at.bytes(), total(at.totalBytes()), Unit.BYTES), at.secondsLeft()));
            case InstallProgress.HostFailed(String reason) ->
                voice.note("The authors' host did not give the file (%s); trying npm instead.".formatted(reason));
            case InstallProgress.RunningNpm(String specification, double seconds) ->
                voice.progress(endless("Fetching with npm", specification, seconds));
            case InstallProgress.Verifying(String file) -> voice.progress(endless("Verifying", file, 0));
            case InstallProgress.Converting(String model) -> voice.progress(endless("Converting", model, 0));
        }
    }

    private static Step endless(String task, String subject, double seconds) {
        return new Step(task, subject, new Extent(seconds, OptionalDouble.empty(), Unit.SECONDS), OptionalDouble.empty());
    }

    private static OptionalDouble total(OptionalLong bytes) {
        return bytes.isPresent() ? OptionalDouble.of((double) bytes.getAsLong()) : OptionalDouble.empty();
    }
}
