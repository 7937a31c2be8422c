package dev.unbraid.engine;

import dev.unbraid.settings.ExecutablePath;
import dev.unbraid.settings.ThisJava;
import dev.unbraid.settings.UserFolders;
import dev.unbraid.worker.WorkerLaunch;
import dev.unbraid.worker.Workers;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The program's own workers, and a small checkpoint for them.
final class MiniatureWorkers {
    private MiniatureWorkers() {}

    /// @param home where the worker's files go
    static Workers in(Path home) {
        // Where the tests' own PyTorch is unpacked.
        return in(home, Path.of("target", "test-natives").toAbsolutePath());
    }

    /// @param natives where PyTorch is unpacked if it is needed; what was measured lies beside
    static Workers in(Path home, Path natives) {
        ExecutablePath path = ExecutablePath.ofThisProcess();
        WorkerLaunch usual = new WorkerCommand(new UserFolders(home, home), path, ThisJava.ofThisProcess())
                .launch(WorkerCommand.Manners.SWIFT);
        List<String> command = new ArrayList<>(usual.command());
        command.set(command.size() - 3, natives.toString());
        return new Workers(
                new WorkerLaunch(command, usual.environment(), usual.folder(), usual.patience(), usual.linger()));
    }

    static Path checkpoint() throws Exception {
        URI file = Objects.requireNonNull(
                MiniatureWorkers.class.getResource("/golden/htdemucs/forward-short-segment.safetensors")).toURI();
        return Path.of(file);
    }
}
