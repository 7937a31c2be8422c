package dev.unbraid.faults;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32C;

/// What may become of the file of a finished segment: a header, its samples, and a checksum of eight bytes.
sealed interface SegmentDamage {
    int HEADER_BYTES = 32;
    int CHECKSUM_BYTES = Long.BYTES;
    int LANES = 2 * ToyNetwork.STEMS.size();

    /// @return what is left of it
    byte[] of(byte[] segment, Random random);

    default void to(Path file, Random random) throws IOException {
        Files.write(file, of(Files.readAllBytes(file), random));
    }

    record CutShort() implements SegmentDamage {
        @Override
        public byte[] of(byte[] segment, Random random) {
            return Arrays.copyOf(segment, 1 + random.nextInt(segment.length - 1));
        }
    }

    record Emptied() implements SegmentDamage {
        @Override
        public byte[] of(byte[] segment, Random random) {
            return new byte[0];
        }
    }

    /// One bit of a sample in the midst of each lane, so that every stem has one.
    record Altered() implements SegmentDamage {
        @Override
        public byte[] of(byte[] segment, Random random) {
            byte[] altered = segment.clone();
            int lane = (segment.length - HEADER_BYTES - CHECKSUM_BYTES) / LANES;
            for (int start = HEADER_BYTES; start + lane <= segment.length; start += lane) {
                altered[start + (lane / 2 & -Float.BYTES) + 2] ^= (byte) (1 << random.nextInt(7));
            }
            return altered;
        }
    }

    /// By somebody who knows how to make the checksum fit.
    record AlteredWithItsChecksum() implements SegmentDamage {
        @Override
        public byte[] of(byte[] segment, Random random) {
            byte[] altered = new Altered().of(segment, random);
            CRC32C checksum = new CRC32C();
            checksum.update(altered, 0, altered.length - CHECKSUM_BYTES);
            ByteBuffer.wrap(altered).order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(altered.length - CHECKSUM_BYTES, checksum.getValue());
            return altered;
        }
    }
}
