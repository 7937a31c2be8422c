package dev.unbraid.checkpoint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;

/// A zip archive whose entries are stored, not compressed, as torch writes them: each is a window on the mapped file.
final class StoredZip {
    private static final int END_SIGNATURE = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int MAX_COMMENT = 0xffff;
    private static final int CENTRAL_SIGNATURE = 0x02014b50;
    private static final int CENTRAL_LENGTH = 46;
    private static final int LOCAL_SIGNATURE = 0x04034b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int MAX_ENTRIES = 20_000;

    private record Entry(int flags, int method, int crc, long stored, long size, long local) {}

    private final ByteBuffer file;
    private final Map<String, Entry> entries = new TreeMap<>();

    StoredZip(ByteBuffer file) throws CheckpointException {
        this.file = file;
        int end = findEnd();
        int count = file.getShort(end + 10) & 0xffff;
        long position = file.getInt(end + 16) & 0xffffffffL;
        if (count > MAX_ENTRIES) {
            throw new CheckpointException("the archive claims %d entries, more than a checkpoint has; refused".formatted(count));
        }
        for (int i = 0; i < count; i++) {
            position = readEntry(position);
        }
    }

    Iterable<String> names() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    boolean has(String name) {
        return entries.containsKey(name);
    }

    /// @return the entry's bytes, little-endian, with their checksum verified
    ByteBuffer bytes(String name) throws CheckpointException {
        Entry entry = entries.get(name);
        if (entry == null) {
            throw new CheckpointException("its part %s is missing; the file is damaged, download it again".formatted(name));
        }
        if (entry.method != 0 || (entry.flags & 1) != 0 || entry.stored != entry.size) {
            throw new CheckpointException("its part %s is compressed or encrypted, which no torch checkpoint is; refused".formatted(name));
        }
        require(entry.local, LOCAL_LENGTH);
        int local = (int) entry.local;
        if (file.getInt(local) != LOCAL_SIGNATURE) {
            throw damaged();
        }
        long start = entry.local + LOCAL_LENGTH + unsignedShort(local + 26) + unsignedShort(local + 28);
        require(start, entry.size);
        ByteBuffer bytes = MappedFile.slice(file, (int) start, (int) entry.size);
        CRC32 crc = new CRC32();
        crc.update(bytes.duplicate());
        if ((int) crc.getValue() != entry.crc) {
            throw new CheckpointException("the checksum of its part %s is wrong; the file is damaged, download it again".formatted(name));
        }
        return bytes;
    }

    private int findEnd() throws CheckpointException {
        int earliest = Math.max(0, file.limit() - END_LENGTH - MAX_COMMENT);
        for (int at = file.limit() - END_LENGTH; at >= earliest; at--) {
            if (file.getInt(at) == END_SIGNATURE) {
                return at;
            }
        }
        throw new CheckpointException("the archive has no end; the file is truncated, download it again");
    }

    private long readEntry(long position) throws CheckpointException {
        require(position, CENTRAL_LENGTH);
        int at = (int) position;
        if (file.getInt(at) != CENTRAL_SIGNATURE) {
            throw damaged();
        }
        int nameLength = unsignedShort(at + 28);
        require(position + CENTRAL_LENGTH, nameLength);
        byte[] name = new byte[nameLength];
        file.get(at + CENTRAL_LENGTH, name);
        Entry entry = new Entry(unsignedShort(at + 8), unsignedShort(at + 10), file.getInt(at + 16),
                unsignedInt(at + 20), unsignedInt(at + 24), unsignedInt(at + 42));
        String text = new String(name, StandardCharsets.UTF_8);
        if (entries.put(text, entry) != null) {
            throw new CheckpointException("its part %s occurs twice; refused".formatted(text));
        }
        return position + CENTRAL_LENGTH + nameLength + unsignedShort(at + 30) + unsignedShort(at + 32);
    }

    private void require(long start, long length) throws CheckpointException {
        if (start < 0 || length < 0 || start + length > file.limit()) {
            throw damaged();
        }
    }

    private int unsignedShort(int at) {
        return file.getShort(at) & 0xffff;
    }

    private long unsignedInt(int at) {
        return file.getInt(at) & 0xffffffffL;
    }

    private static CheckpointException damaged() {
        return new CheckpointException("the archive's table of contents is wrong; the file is damaged, download it again");
    }
}
