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
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A file in the memory of two processes: the mix of a segment, and behind it its stems, in this machine's byte order.
///
/// Its name is gone as soon as both have it, so that nothing stays however they end.
final class Exchange implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile("exchange-(\\d+)-[0-9a-f]+\\.f32");
    private static final int BLOCK = 1 << 16;

    private final Path file;
    private final NetworkShape shape;
    private final Arena arena;
    private final MemorySegment values;

    private Exchange(Path file, NetworkShape shape) throws IOException {
        this.file = file;
        this.shape = shape;
        arena = Arena.ofShared();
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            if (channel.size() != bytes(shape)) {
                throw new IOException("%s has %d bytes, not %d".formatted(file, channel.size(), bytes(shape)));
            }
            values = channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes(shape), arena);
        } catch (IOException | RuntimeException e) {
            arena.close();
            throw e;
        }
    }

    private static long bytes(NetworkShape shape) {
        return Float.BYTES * ((long) shape.mixValues() + shape.stemValues());
    }

    static Exchange create(Path folder, NetworkShape shape) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve("exchange-%d-%s.f32".formatted(ProcessHandle.current().pid(),
                HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong())));
        try {
            fill(file, bytes(shape));
            return new Exchange(file, shape);
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
    static Exchange open(Path file, NetworkShape shape) throws IOException {
        return new Exchange(file, shape);
    }

    Path file() {
        return file;
    }

    void putMix(float[] mix) {
        MemorySegment.copy(mix, 0, values, ValueLayout.JAVA_FLOAT, 0, shape.mixValues());
    }

    float[] mix() {
        return values.asSlice(0, stemsAt()).toArray(ValueLayout.JAVA_FLOAT);
    }

    void putStems(float[] stems) {
        if (stems.length != shape.stemValues()) {
            throw new IllegalStateException("the network gave %d values for %d".formatted(stems.length, shape.stemValues()));
        }
        MemorySegment.copy(stems, 0, values, ValueLayout.JAVA_FLOAT, stemsAt(), stems.length);
    }

    float[] stems() {
        return values.asSlice(stemsAt()).toArray(ValueLayout.JAVA_FLOAT);
    }

    private long stemsAt() {
        return (long) Float.BYTES * shape.mixValues();
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
