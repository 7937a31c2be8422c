package dev.unbraid.checkpoint;

import java.io.IOException;
import java.nio.file.Path;

/// Writes a checkpoint as [CheckpointReader] reads it.
public final class CheckpointWriter {
    private CheckpointWriter() {}

    /// @param file a new safetensors file; forced to the disk
    public static void write(Path file, Checkpoint checkpoint) throws IOException {
        SafeTensors.write(file, checkpoint.tensors().values(), SafeTensorsCheckpoint.metadata(checkpoint));
    }
}
