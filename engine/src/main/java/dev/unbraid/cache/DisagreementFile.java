package dev.unbraid.cache;

import dev.unbraid.separation.Disagreement;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.zip.CRC32C;

/// What passes disagreed in as a file: its numbers, its levels, and a CRC-32C over all of that.
record DisagreementFile(Path file) {
    private static final long MAGIC = 0x31_50_53_44_42_4e_55_00L; // "\0UNBDSP1"
    private static final int HEADER_BYTES = 2 * Long.BYTES + 2 * Integer.BYTES;

    /// @return empty for what is not what was written
    /// @throws java.nio.file.NoSuchFileException if it is not there
    Optional<Disagreement> read() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int end = bytes.limit() - Long.BYTES;
        if (end < HEADER_BYTES || bytes.getLong(end) != checksum(bytes.array(), end) || bytes.getLong() != MAGIC) {
            return Optional.empty();
        }
        try {
            long frames = bytes.getLong();
            int passes = bytes.getInt();
            int sampleRate = bytes.getInt();
            byte[] levels = new byte[end - bytes.position()];
            bytes.get(levels);
            return Optional.of(new Disagreement(passes, sampleRate, frames, levels));
        } catch (BufferUnderflowException | IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// Writes to a sibling that takes the name when it is complete.
    void write(Disagreement disagreement) throws IOException {
        byte[] levels = disagreement.levels();
        ByteBuffer bytes = ByteBuffer.allocate(HEADER_BYTES + levels.length + Long.BYTES).order(ByteOrder.LITTLE_ENDIAN)
                .putLong(MAGIC)
                .putLong(disagreement.frames())
                .putInt(disagreement.passes())
                .putInt(disagreement.sampleRate())
                .put(levels);
        bytes.putLong(checksum(bytes.array(), bytes.position()));
        Path part = Files.createTempFile(file.getParent(), "passes", ".part");
        try {
            Files.write(part, bytes.array());
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static long checksum(byte[] bytes, int count) {
        CRC32C checksum = new CRC32C();
        checksum.update(bytes, 0, count);
        return checksum.getValue();
    }
}
