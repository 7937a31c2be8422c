package dev.unbraid.htdemucs;

import static org.junit.jupiter.api.Assumptions.abort;

import dev.unbraid.checkpoint.Checkpoint;
import dev.unbraid.checkpoint.CheckpointException;
import dev.unbraid.checkpoint.CheckpointReader;

import java.nio.file.Path;

/// The published htdemucs, where this machine has it.
final class RealWeights {
    private RealWeights() {}

    static Checkpoint find() throws CheckpointException {
        String told = System.getProperty("unbraid.test.checkpoint", "");
        if (told.isEmpty()) {
            return abort("the real weights are not here: give their file with -Dunbraid.test.checkpoint=FILE");
        }
        return CheckpointReader.read(Path.of(told));
    }
}
