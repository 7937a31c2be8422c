package dev.unbraid.worker;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A file in the memory of two processes: the mix of a segment, and behind it its stems, in this machine's byte order; as
/// many times as segments are taken apart at once.
///
/// Its name is gone as soon as both have it, so that nothing stays however they end.
final class Exchange implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile("exchange-(\\d+)-[0-9a-f]+\\.f32");
    private static final int BLOCK = 1 << 16;

    private final Path file;
    private final NetworkShape shape;
    private final int places;
    private final Arena arena;
    private final MemorySegment values;

    private Exchange(Path file, NetworkShape shape, int places) throws IOException {
        this.file = file;
        this.shape = shape;
        this.places = places;
        long bytes = places * bytes(shape);
        arena = Arena.ofShared();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (channel.size() != bytes) {
                throw new IOException("%s has %d bytes, not %d".formatted(file, channel.size(), bytes));
            }
            values = channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes, arena);
        } catch (IOException | RuntimeException e) {
            arena.close();
            throw e;
        }
    }

    private static long bytes(NetworkShape shape) {
        return Float.BYTES * ((long) shape.mixValues() + shape.stemValues());
    }

    /// @param places for as many segments
    static Exchange create(Path folder, NetworkShape shape, int places) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("exchange-%d-%s.f32".formatted(ProcessHandle.current().pid(),
                HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong())));
        try {
            fill(file, places * bytes(shape));
            return new Exchange(file, shape, places);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /// A hole in a file on a full disk would be a bus error later.
    private static void fill(Path file, long bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer zeros = ByteBuffer.allocate(BLOCK);
            for (long left = bytes; left > 0; left -= channel.write(zeros)) {
                zeros.position(0).limit((int) Math.min(BLOCK, left));
            }
        }
    }

    /// The other side's.
    static Exchange open(Path file, NetworkShape shape, int places) throws IOException {
        return new Exchange(file, shape, places);
    }

    int places() {
        return places;
    }

    Path file() {
        return file;
    }

    /// @param mixes at most one for each place
    void putMixes(List<float[]> mixes) {
        for (int place = 0; place < mixes.size(); place++) {
            put(mixes.get(place), mixAt(place), shape.mixValues());
        }
    }

    /// Those of the first places.
    List<float[]> mixes(int segments) {
        return IntStream.range(0, segments).mapToObj(place -> get(mixAt(place), shape.mixValues())).toList();
    }

    void putStems(List<float[]> stems) {
        for (int place = 0; place < stems.size(); place++) {
            put(stems.get(place), stemsAt(place), shape.stemValues());
        }
    }

    /// Those of the first places.
    List<float[]> stems(int segments) {
        return IntStream.range(0, segments).mapToObj(place -> get(stemsAt(place), shape.stemValues())).toList();
    }

    private void put(float[] sound, long at, int wanted) {
        if (sound.length != wanted) {
            throw new IllegalStateException("the network gave %d values for %d".formatted(sound.length, wanted));
        }
        MemorySegment.copy(sound, 0, values, ValueLayout.JAVA_FLOAT, at, wanted);
    }

    private float[] get(long at, int count) {
        return values.asSlice(at, (long) Float.BYTES * count).toArray(ValueLayout.JAVA_FLOAT);
    }

    private long mixAt(int place) {
        return place * bytes(shape);
    }

    private long stemsAt(int place) {
        return mixAt(place) + (long) Float.BYTES * shape.mixValues();
    }

    /// Takes the file's name away where the system lets it while the file is in use.
    void unlink() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // Windows waits until nobody has it any more: #close tries again, and the next start sweeps.
        }
    }

    @Override
    public void close() {
        arena.close();
        unlink();
    }

    /// Deletes what processes have left that are no more.
    static void sweep(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
