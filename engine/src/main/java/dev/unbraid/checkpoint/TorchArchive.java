package dev.unbraid.checkpoint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Torch's file format since 1.6: a zip with `NAME/data.pkl` and one entry per storage.
final class TorchArchive {
    private static final String PICKLE = "/data.pkl";
    private static final int MAX_PICKLE = 16 << 20;

    private TorchArchive() {}

    static Checkpoint read(ByteBuffer file) throws CheckpointException {
        StoredZip zip = new StoredZip(file);
        String root = root(zip);
        if (zip.has(root + "/byteorder")
                && !StandardCharsets.US_ASCII.decode(zip.bytes(root + "/byteorder")).toString().equals("little")) {
            throw new CheckpointException("the checkpoint was written on a big-endian machine, which is not supported");
        }
        ByteBuffer pickle = zip.bytes(root + PICKLE);
        if (pickle.limit() > MAX_PICKLE) {
            throw new CheckpointException("the checkpoint's pickle has %d bytes, more than any checkpoint needs; refused".formatted(pickle.limit()));
        }
        PickleValue top = new Unpickler(new PickleInput(pickle), new PickleGlobals()).read();
        return TorchPackage.checkpoint(top, file.limit(), storage -> storage(zip, root, storage));
    }

    private static ByteBuffer storage(StoredZip zip, String root, PickleValue.Storage storage) throws CheckpointException {
        ByteBuffer bytes = zip.bytes(root + "/data/" + storage.key());
        long wanted = storage.elements() * storage.type().bytes();
        if (bytes.limit() != wanted) {
            throw new CheckpointException("storage %s has %d bytes and should have %d; the file is damaged"
                    .formatted(storage.key(), bytes.limit(), wanted));
        }
        return bytes;
    }

    private static String root(StoredZip zip) throws CheckpointException {
        String root = "";
        for (String name : zip.names()) {
            if (name.endsWith(PICKLE) && name.indexOf('/') == name.length() - PICKLE.length()) {
                if (!root.isEmpty()) {
                    throw new CheckpointException("the archive holds two checkpoints, %s and %s; refused".formatted(root + PICKLE, name));
                }
                root = name.substring(0, name.length() - PICKLE.length());
            }
        }
        if (root.isEmpty()) {
            throw new CheckpointException("this is a zip archive without a torch checkpoint in it");
        }
        return root;
    }
}
