package dev.unbraid.cli;

import dev.unbraid.checkpoint.CheckpointException;
import dev.unbraid.engine.Engine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// `unbraid models verify`
@Command(name = "verify", description = "Compares installed models with their checksums.")
final class ModelsVerifyCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Engine engine;

    @Parameters(paramLabel = "NAME", arity = "0..1", description = "The model; all of them when left out.")
    private String name = "";

    ModelsVerifyCommand(Terminal terminal, Engine engine) {
        this.terminal = terminal;
        this.engine = engine;
    }

    @Override
    public Integer call() throws IOException {
        List<String> names = name.isEmpty() ? engine.store().names() : List.of(name);
        if (names.isEmpty()) {
            terminal.out().println("No model is installed.");
        }
        List<ExitCode> codes = new ArrayList<>();
        for (String each : names) {
            codes.add(verify(each));
        }
        return ExitCode.worst(codes).number();
    }

    private ExitCode verify(String each) throws IOException {
        try {
            engine.store().verify(each);
            terminal.out().printf("%s is intact.%n", each);
            return ExitCode.DONE;
        } catch (CheckpointException e) {
            Failure failure = Failure.of(e);
            terminal.err().println("unbraid: " + failure.sentence());
            return failure.code();
        }
    }
}
