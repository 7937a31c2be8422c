package dev.unbraid.compute;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// The file of a TorchScript module: a zip whose entries are all stored. Tensors first, then everything else.
final class ScriptZip implements Closeable {
    private final ZipOutputStream zip;
    private int storages;

    ScriptZip(OutputStream out) {
        zip = new ZipOutputStream(out);
    }

    /// Writes the values at once, so that only one tensor need be on the heap.
    ScriptPickle.Stored put(Tensor tensor) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * tensor.values().length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(tensor.values());
        put("data/" + storages, bytes.array());
        return new ScriptPickle.Stored(storages++, tensor.shape());
    }

    void finish(String source, ScriptPickle.Instance module) throws IOException {
        put("data.pkl", ScriptPickle.of(module));
        put("code/__torch__.py", source.getBytes(StandardCharsets.UTF_8));
        put("constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'});
        put("version", "10\n".getBytes(StandardCharsets.US_ASCII));
        put("byteorder", "little".getBytes(StandardCharsets.US_ASCII));
    }

    private void put(String name, byte[] content) throws IOException {
        CRC32 crc = new CRC32();
        crc.update(content);
        ZipEntry entry = new ZipEntry("module/" + name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCompressedSize(content.length);
        entry.setCrc(crc.getValue());
        // A fixed time: the same module is the same bytes.
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
