package dev.unbraid.checkpoint;

import java.nio.ByteBuffer;

/// Where a torch file keeps the bytes of its storages.
interface StorageBytes {
    /// @return exactly the bytes of `storage`, little-endian
    ByteBuffer of(PickleValue.Storage storage) throws CheckpointException;
}
