package dev.unbraid.cli;

import com.google.gson.JsonObject;
import dev.unbraid.cache.FinishedWork;
import dev.unbraid.engine.Engine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;

/// `unbraid cache size`
@Command(name = "size", description = "Says how much disk stems and unfinished separations take, and may take.")
final class CacheSizeCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Engine engine;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    CacheSizeCommand(Terminal terminal, Engine engine) {
        this.terminal = terminal;
        this.engine = engine;
    }

    @Override
    public Integer call() throws IOException {
        FinishedWork.Usage usage = engine.finishedWork().usage();
        JsonObject event = JsonLines.event("cache");
        event.addProperty("path", engine.finishedWork().path().toString());
        event.addProperty("bytes", usage.bytes());
        event.addProperty("stemBytes", usage.stemBytes());
        event.addProperty("segmentBytes", usage.segmentBytes());
        event.addProperty("limitBytes", usage.limitBytes());
        String sentence = "%s of at most %s are taken: %s by stems, %s by unfinished separations.".formatted(
                CacheCommand.megabytes(usage.bytes()), CacheCommand.megabytes(usage.limitBytes()),
                CacheCommand.megabytes(usage.stemBytes()), CacheCommand.megabytes(usage.segmentBytes()));
        output.voice(terminal).result(event, List.of(sentence));
        return ExitCode.DONE.number();
    }
}
