package dev.unbraid.cli;

import com.google.gson.JsonObject;
import dev.unbraid.checkpoint.CheckpointException;
import dev.unbraid.checkpoint.InstallOutcome;
import dev.unbraid.checkpoint.ModelDescription;
import dev.unbraid.engine.Engine;

import java.io.IOException;
import java.util.List;

/// Brings a model of the catalogue here.
final class Installation {
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
        return switch (engine.installer().install(name, new InstallVoice(voice, stop))) {
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
}
