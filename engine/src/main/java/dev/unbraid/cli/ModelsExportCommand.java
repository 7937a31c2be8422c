package dev.unbraid.cli;

import dev.unbraid.engine.Engine;
import dev.unbraid.engine.TorchScriptExport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/// `unbraid models export-torchscript`
@Command(
        name = "export-torchscript",
        description = {
            "Writes network and weights as one TorchScript file that torch.jit.load runs without Unbraid.",
            "forward takes float32 [batch, channels, segment_frames], minus the track's mean and over its deviation, and "
                    + "answers [batch, stems, channels, segment_frames]. stems, sample_rate and segment_frames are its "
                    + "attributes. The weights keep their licence."
        })
final class ModelsExportCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Engine engine;

    @Parameters(paramLabel = "NAME", description = "The model.")
    private String name = "";

    @Option(names = "--out", paramLabel = "FILE", required = true,
            description = "The file to write; a bag's networks go beside it, numbered.")
    private Path file = Path.of("");

    ModelsExportCommand(Terminal terminal, Engine engine) {
        this.terminal = terminal;
        this.engine = engine;
    }

    @Override
    public Integer call() throws Exception {
        try {
            for (Path written : new TorchScriptExport(engine).write(engine.installed(name), file)) {
                terminal.out().printf("Wrote %s.%n", written);
            }
        } catch (FileSystemException e) {
            throw new UsageException("%s: %s.".formatted(e.getFile(), e.getReason() == null ? "cannot be written" : e.getReason()));
        }
        return ExitCode.DONE.number();
    }
}
