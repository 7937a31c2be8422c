package dev.unbraid.cli;

import com.google.gson.JsonObject;
import dev.unbraid.cache.FinishedWork;
import dev.unbraid.engine.Engine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;

/// `unbraid cache clear`
@Command(name = "clear", description = "Removes stems and unfinished separations that nobody uses right now.")
final class CacheClearCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Engine engine;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    CacheClearCommand(Terminal terminal, Engine engine) {
        this.terminal = terminal;
        this.engine = engine;
    }

    @Override
    public Integer call() throws IOException {
        FinishedWork.Cleared cleared = engine.finishedWork().clear();
        JsonObject event = JsonLines.event("cleared");
        event.addProperty("freedBytes", cleared.freedBytes());
        event.addProperty("inUseBytes", cleared.inUseBytes());
        String freed = cleared.freedBytes() == 0 && cleared.inUseBytes() == 0
                ? "There was nothing to clear."
                : "%s are free again.".formatted(CacheCommand.megabytes(cleared.freedBytes()));
        String kept = cleared.inUseBytes() == 0
                ? ""
                : " %s stayed, for a separation that runs now uses them."
                        .formatted(CacheCommand.megabytes(cleared.inUseBytes()));
        output.voice(terminal).result(event, List.of(freed + kept));
        return ExitCode.DONE.number();
    }
}
