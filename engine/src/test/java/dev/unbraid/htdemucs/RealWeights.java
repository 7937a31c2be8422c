package dev.unbraid.htdemucs;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.unbraid.checkpoint.Checkpoint;
import dev.unbraid.checkpoint.CheckpointException;
import dev.unbraid.checkpoint.CheckpointReader;
import dev.unbraid.checkpoint.CheckpointStore;
import dev.unbraid.checkpoint.InstalledModel;
import dev.unbraid.settings.UserFolders;

import java.nio.file.Path;

/// The published htdemucs, where this machine has it.
final class RealWeights {
    private RealWeights() {}

    static Checkpoint find() throws CheckpointException {
        String told = System.getProperty("unbraid.test.checkpoint", "");
        if (!told.isEmpty()) {
            return CheckpointReader.read(Path.of(told));
        }
        Path models = UserFolders.ofThisProcess().data().resolve("models");
        InstalledModel installed = new CheckpointStore(models).find("htdemucs").orElseGet(() ->
                abort("the real weights are not here: ./unbraid models install htdemucs brings them"));
        return CheckpointReader.read(installed.members().getFirst());
    }
}
