package dev.unbraid.cache;

import dev.unbraid.assets.FullDisk;
import dev.unbraid.separation.SegmentKey;
import dev.unbraid.separation.SegmentStore;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Outputs of segments in a folder, a file each. Used by one thread; others may use the folder through their own.
public final class SegmentFolder implements SegmentStore {
    static final String ENDING = ".segment";
    static final String PART = ".part";
    private static final Pattern NAME = Pattern.compile("(\\d{1,9})_(-?\\d{1,18})\\.segment");

    private final Path folder;
    private final ByteBuffer bytes = SegmentFile.buffer();

    /// @param folder must exist
    public SegmentFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public Set<Long> startFrames(int member) throws IOException {
        Set<Long> starts = new HashSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + ENDING)) {
            for (Path file : files) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches() && Integer.parseInt(name.group(1)) == member) {
                    starts.add(Long.parseLong(name.group(2)));
                }
            }
        }
        return Set.copyOf(starts);
    }

    @Override
    public boolean has(SegmentKey key) throws IOException {
        SegmentFile segment = segment(key);
        try {
            if (segment.isIntact()) {
                return true;
            }
        } catch (NoSuchFileException _) {
            return false;
        } catch (IOException _) {
            // A disk that cannot read it: as bad as altered.
        }
        Files.deleteIfExists(segment.file());
        return false;
    }

    /// Written to a sibling that takes the name when it is whole: a process that ends meanwhile leaves no half of it
    /// under the name.
    @Override
    public void put(SegmentKey key, float[] output) throws IOException {
        SegmentFile segment = segment(key);
        Path part = folder.resolve(UUID.randomUUID() + PART);
        try {
            segment.write(part, output);
            Files.move(part, segment.file(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.deleteIfExists(part);
            throw FullDisk.named(e, part);
        }
    }

    @Override
    public void read(SegmentKey key, int lane, int offset, float[] to, int count) throws IOException {
        segment(key).read(lane, offset, to, count);
    }

    @Override
    public void release(SegmentKey key) throws IOException {
        Files.deleteIfExists(file(key));
    }

    private SegmentFile segment(SegmentKey key) {
        return new SegmentFile(file(key), key, bytes);
    }

    Path file(SegmentKey key) {
        return folder.resolve("%d_%d%s".formatted(key.member(), key.startFrame(), ENDING));
    }
}
