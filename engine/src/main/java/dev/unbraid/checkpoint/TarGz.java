package dev.unbraid.checkpoint;

import dev.unbraid.install.TransferException;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// Takes one file out of a compressed tar archive. The archive never decides where anything is written.
final class TarGz {
    private static final int BLOCK = 512;
    private static final int NAME_LENGTH = 100;
    private static final int SIZE_OFFSET = 124;
    private static final int SIZE_LENGTH = 12;
    private static final int CHECKSUM_OFFSET = 148;
    private static final int CHECKSUM_LENGTH = 8;
    private static final int TYPE_OFFSET = 156;
    private static final int BUFFER = 1 << 16;

    private TarGz() {}

    /// @param entry  full name of a plain file in the archive
    /// @param wanted its exact size
    /// @param target a new file
    static void extract(Path archive, String entry, long wanted, Path target) throws IOException, TransferException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(archive), BUFFER)) {
            while (true) {
                byte[] header = in.readNBytes(BLOCK);
                if (header.length < BLOCK || header[0] == 0) {
                    throw new TransferException("%s holds no file %s".formatted(archive.getFileName(), entry));
                }
                checkHeader(header, archive);
                long size = octal(header, SIZE_OFFSET, SIZE_LENGTH, archive);
                boolean plain = header[TYPE_OFFSET] == '0' || header[TYPE_OFFSET] == 0;
                if (plain && name(header).equals(entry)) {
                    if (size != wanted) {
                        throw new TransferException("%s in %s has %d bytes and should have %d".formatted(entry, archive.getFileName(), size, wanted));
                    }
                    copy(in, size, target);
                    return;
                }
                in.skipNBytes((size + BLOCK - 1) / BLOCK * BLOCK);
            }
        } catch (EOFException | ZipException e) {
            throw new TransferException("%s is truncated or damaged".formatted(archive.getFileName()), e);
        }
    }

    private static void copy(InputStream in, long size, Path target) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
            for (long left = size; left > 0;) {
                int read = in.read(buffer, 0, (int) Math.min(left, buffer.length));
                if (read < 0) {
                    throw new EOFException();
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
    }

    private static void checkHeader(byte[] header, Path archive) throws TransferException {
        long sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            boolean own = i >= CHECKSUM_OFFSET && i < CHECKSUM_OFFSET + CHECKSUM_LENGTH;
            sum += own ? ' ' : header[i] & 0xff;
        }
        if (sum != octal(header, CHECKSUM_OFFSET, CHECKSUM_LENGTH, archive)) {
            throw new TransferException("%s is damaged".formatted(archive.getFileName()));
        }
    }

    private static String name(byte[] header) {
        int end = 0;
        while (end < NAME_LENGTH && header[end] != 0) {
            end++;
        }
        return new String(header, 0, end, StandardCharsets.UTF_8);
    }

    private static long octal(byte[] header, int offset, int length, Path archive) throws TransferException {
        String digits = new String(header, offset, length, StandardCharsets.US_ASCII).replace('\0', ' ').trim();
        if (!digits.matches("[0-7]{1,12}")) {
            throw new TransferException("%s is damaged".formatted(archive.getFileName()));
        }
        return Long.parseLong(digits, 8);
    }
}
