package dev.unbraid.checkpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes torch files of both formats around a pickle.
final class TorchFiles {
    private TorchFiles() {}

    static Path zip(Path file, byte[] pickle, Map<String, byte[]> storages) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            put(zip, "archive/data.pkl", pickle, ZipEntry.STORED);
            put(zip, "archive/byteorder", "little".getBytes(), ZipEntry.STORED);
            for (var storage : storages.entrySet()) {
                put(zip, "archive/data/" + storage.getKey(), storage.getValue(), ZipEntry.STORED);
            }
        }
        return file;
    }

    static void put(ZipOutputStream zip, String name, byte[] content, int method) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(method);
        if (method == ZipEntry.STORED) {
            CRC32 crc = new CRC32();
            crc.update(content);
            entry.setCrc(crc.getValue());
            entry.setSize(content.length);
        }
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    /// @param storages key to bytes, each of `width` bytes an element
    static Path legacy(Path file, byte[] pickle, Map<String, byte[]> storages, int width) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(PickleBuilder.of(p -> p.op(Opcode.LONG1, 10, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19)));
        out.writeBytes(PickleBuilder.of(p -> p.number(1001)));
        out.writeBytes(PickleBuilder.of(p -> p.op(Opcode.EMPTY_DICT).text("little_endian").op(Opcode.NEWTRUE, Opcode.SETITEM)));
        out.writeBytes(pickle);
        out.writeBytes(PickleBuilder.of(p -> p.texts(storages.keySet().stream().toList())));
        for (byte[] storage : storages.values()) {
            out.writeBytes(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(0, storage.length / width).array());
            out.writeBytes(storage);
        }
        return Files.write(file, out.toByteArray());
    }

    static byte[] halves(float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putShort(Float.floatToFloat16(value));
        }
        return bytes.array();
    }

    static byte[] brainFloats(float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putShort((short) (Float.floatToIntBits(value) >>> 16));
        }
        return bytes.array();
    }

    static byte[] floats(float... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putFloat(value);
        }
        return bytes.array();
    }
}
