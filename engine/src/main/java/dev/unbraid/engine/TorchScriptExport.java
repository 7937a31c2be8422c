package dev.unbraid.engine;

import dev.unbraid.checkpoint.CheckpointException;
import dev.unbraid.checkpoint.CheckpointReader;
import dev.unbraid.checkpoint.InstalledModel;
import dev.unbraid.compute.ComputeDevice;
import dev.unbraid.compute.DeviceUnavailableException;
import dev.unbraid.compute.TorchEngine;
import dev.unbraid.htdemucs.HtDemucsModel;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/// Writes installed networks as TorchScript files, which any program with PyTorch runs without us.
public final class TorchScriptExport {
    private final Engine engine;

    public TorchScriptExport(Engine engine) {
        this.engine = engine;
    }

    /// Writes every network of a model: a single one into `file`, those of a bag beside it, numbered from 1.
    ///
    /// @return the files written, in the order of the networks
    /// @throws FileAlreadyExistsException naming a file that is in the way, before anything is written
    public List<Path> write(InstalledModel model, Path file)
            throws IOException, CheckpointException, DeviceUnavailableException {
        List<Path> files = files(file.toAbsolutePath().normalize(), model.members().size());
        for (Path each : files) {
            if (Files.exists(each)) {
                throw new FileAlreadyExistsException(each.toString(), null, "there is such a file already; choose another name");
            }
        }
        for (int i = 0; i < files.size(); i++) {
            write(model.members().get(i), files.get(i));
        }
        return files;
    }

    private static List<Path> files(Path file, int count) {
        if (count == 1) {
            return List.of(file);
        }
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.') > 0 ? name.lastIndexOf('.') : name.length();
        List<Path> files = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            files.add(file.resolveSibling("%s-%d%s".formatted(name.substring(0, dot), i, name.substring(dot))));
        }
        return files;
    }

    /// In this process, which does nothing else.
    private TorchEngine torch() throws DeviceUnavailableException {
        return TorchEngine.start(engine.natives(), Engine.usualThreads());
    }

    private void write(Path checkpoint, Path file) throws IOException, CheckpointException, DeviceUnavailableException {
        Path part = file.resolveSibling(".unbraid-%s.part".formatted(file.getFileName()));
        try (HtDemucsModel network = HtDemucsModel.load(
                torch(), new ComputeDevice.Cpu(), CheckpointReader.read(checkpoint))) {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                network.writeTorchScript(out);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
