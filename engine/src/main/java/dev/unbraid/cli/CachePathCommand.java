package dev.unbraid.cli;

import com.google.gson.JsonObject;
import dev.unbraid.engine.Engine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.util.List;
import java.util.concurrent.Callable;

/// `unbraid cache path`
@Command(name = "path", description = "Prints the folder in which stems and unfinished separations are kept.")
final class CachePathCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Engine engine;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    CachePathCommand(Terminal terminal, Engine engine) {
        this.terminal = terminal;
        this.engine = engine;
    }

    @Override
    public Integer call() {
        String path = engine.finishedWork().path().toString();
        JsonObject event = JsonLines.event("cache");
        event.addProperty("path", path);
        output.voice(terminal).result(event, List.of(path));
        return ExitCode.DONE.number();
    }
}
