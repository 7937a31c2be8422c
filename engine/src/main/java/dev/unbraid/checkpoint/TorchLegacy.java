package dev.unbraid.checkpoint;

import dev.unbraid.checkpoint.PickleValue.Int;
import dev.unbraid.checkpoint.PickleValue.Sequence;
import dev.unbraid.checkpoint.PickleValue.Storage;
import dev.unbraid.checkpoint.PickleValue.Text;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/// Torch's file format before 1.6: five pickles in a row, then the storages in the order that the last one lists.
final class TorchLegacy {
    private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);
    private static final BigInteger PROTOCOL = BigInteger.valueOf(1001);
    private static final int MAX_PICKLE = 16 << 20;

    private TorchLegacy() {}

    static Checkpoint read(ByteBuffer file) throws CheckpointException {
        PickleInput in = new PickleInput(MappedFile.slice(file, 0, Math.min(file.limit(), MAX_PICKLE)));
        expect(in, MAGIC, "this is a pickle, but no torch checkpoint");
        expect(in, PROTOCOL, "this torch checkpoint has a format that is not known");
        new Unpickler(in, new PickleGlobals()).read();
        PickleGlobals globals = new PickleGlobals();
        PickleValue top = new Unpickler(in, globals).read();
        PickleValue keys = new Unpickler(in, new PickleGlobals()).read();
        Map<String, ByteBuffer> storages = storages(file, in.position(), keys, globals.storages());
        return TorchPackage.checkpoint(top, file.limit(), storage -> {
            ByteBuffer bytes = storages.get(storage.key());
            if (bytes == null) {
                throw new CheckpointException("storage %s is missing; the file is damaged, download it again".formatted(storage.key()));
            }
            return bytes;
        });
    }

    private static Map<String, ByteBuffer> storages(ByteBuffer file, int start, PickleValue keys, Map<String, Storage> described)
            throws CheckpointException {
        if (!(keys instanceof Sequence list)) {
            throw new CheckpointException("the list of storages is missing; the file is damaged, download it again");
        }
        Map<String, ByteBuffer> storages = new HashMap<>();
        long position = start;
        for (PickleValue item : list.items()) {
            Storage storage = item instanceof Text(String key) ? described.get(key) : null;
            if (storage == null) {
                throw new CheckpointException("the list of storages names one that no tensor uses; the file is damaged");
            }
            long length = storage.elements() * storage.type().bytes();
            if (position + Long.BYTES + length > file.limit()) {
                throw new CheckpointException("storage %s ends behind the file; the file is truncated, download it again".formatted(storage.key()));
            }
            if (file.getLong((int) position) != storage.elements()) {
                throw new CheckpointException("storage %s has %d elements and should have %d; the file is damaged"
                        .formatted(storage.key(), file.getLong((int) position), storage.elements()));
            }
            storages.put(storage.key(), MappedFile.slice(file, (int) position + Long.BYTES, (int) length));
            position += Long.BYTES + length;
        }
        return storages;
    }

    private static void expect(PickleInput in, BigInteger wanted, String otherwise) throws CheckpointException {
        if (!(new Unpickler(in, new PickleGlobals()).read() instanceof Int(BigInteger found)) || !found.equals(wanted)) {
            throw new CheckpointException(otherwise);
        }
    }
}
