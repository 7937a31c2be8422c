package dev.unbraid.checkpoint;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/// Writes a compressed tar archive as npm does.
final class TarFile {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    TarFile add(String name, byte[] content) {
        return add(name, content, content.length, '0');
    }

    /// @param size what the header claims
    TarFile add(String name, byte[] content, long size, char type) {
        byte[] header = new byte[512];
        put(header, 0, name);
        put(header, 100, "0000644\0");
        put(header, 124, "%011o\0".formatted(size));
        header[156] = (byte) type;
        put(header, 257, "ustar\00000");
        put(header, 148, "        ");
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xff;
        }
        put(header, 148, "%06o\0 ".formatted(sum));
        out.writeBytes(header);
        out.writeBytes(content);
        out.writeBytes(new byte[Math.floorMod(-content.length, 512)]);
        return this;
    }

    byte[] bytes() throws IOException {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(out.toByteArray());
            gzip.write(new byte[1024]);
        }
        return compressed.toByteArray();
    }

    private static void put(byte[] header, int offset, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, offset, bytes.length);
    }
}
