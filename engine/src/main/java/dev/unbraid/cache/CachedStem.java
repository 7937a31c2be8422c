package dev.unbraid.cache;

import dev.unbraid.assets.AudioAsset;
import dev.unbraid.audio.AudioSource;
import dev.unbraid.audio.AudioSpec;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.function.BooleanSupplier;

/// A stem's file in the cache: its hash as 64 hex digits, then its frames, interleaved little-endian float32.
public record CachedStem(Path file, AudioSpec spec, long frames) {
    private static final int HASH_BYTES = 64;
    private static final int BLOCK = 1 << 14;

    /// Whether it is as long as it should be and still what was written.
    boolean isIntact() throws IOException {
        if (Files.size(file) != HASH_BYTES + frames * spec.channels() * Float.BYTES) {
            return false;
        }
        String hash;
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer head = ByteBuffer.allocate(HASH_BYTES);
            fill(channel, head);
            hash = StandardCharsets.US_ASCII.decode(head).toString();
        }
        FrameDigest digest = new FrameDigest(spec);
        try (AudioSource source = open()) {
            float[][] planes = new float[spec.channels()][BLOCK];
            for (int read = source.read(planes, 0, BLOCK); read >= 0; read = source.read(planes, 0, BLOCK)) {
                digest.add(planes, 0, read);
            }
        }
        return digest.hex().equals(hash);
    }

    public AudioSource open() throws IOException {
        FileChannel channel = FileChannel.open(file);
        channel.position(HASH_BYTES);
        return new Frames(channel, spec);
    }

    /// Writes a whole sound, to a sibling that takes the name when it is complete.
    static void write(Path file, AudioAsset sound, BooleanSupplier cancelled) throws IOException {
        Path part = Files.createTempFile(file.getParent(), "stem", ".part");
        try {
            if (fill(part, sound, cancelled)) {
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static boolean fill(Path part, AudioAsset sound, BooleanSupplier cancelled) throws IOException {
        int channels = sound.spec().channels();
        FrameDigest digest = new FrameDigest(sound.spec());
        float[][] planes = new float[channels][BLOCK];
        ByteBuffer bytes = ByteBuffer.allocate(BLOCK * channels * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.position(HASH_BYTES);
            for (long at = 0; at < sound.frames(); at += BLOCK) {
                int read = (int) Math.min(BLOCK, sound.frames() - at);
                sound.read(at, planes, 0, read);
                if (cancelled.getAsBoolean()) {
                    return false;
                }
                digest.add(planes, 0, read);
                bytes.clear();
                for (int i = 0; i < read; i++) {
                    for (float[] plane : planes) {
                        bytes.putFloat(plane[i]);
                    }
                }
                drain(channel, bytes.flip());
            }
            channel.position(0);
            drain(channel, StandardCharsets.US_ASCII.encode(digest.hex()));
        }
        return true;
    }

    private static void drain(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static void fill(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            if (channel.read(bytes) < 0) {
                throw new EOFException();
            }
        }
        bytes.flip();
    }

    private static final class Frames implements AudioSource {
        private final FileChannel channel;
        private final AudioSpec spec;
        private final ByteBuffer bytes;

        Frames(FileChannel channel, AudioSpec spec) {
            this.channel = channel;
            this.spec = spec;
            bytes = ByteBuffer.allocate(BLOCK * spec.channels() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        }

        @Override
        public AudioSpec spec() {
            return spec;
        }

        @Override
        public int read(float[][] planes, int offset, int count) throws IOException {
            int frameBytes = spec.channels() * Float.BYTES;
            long left = (channel.size() - channel.position()) / frameBytes;
            int now = (int) Math.min(Math.min(count, BLOCK), left);
            if (now == 0) {
                return -1;
            }
            fill(channel, bytes.clear().limit(now * frameBytes));
            for (int i = offset; i < offset + now; i++) {
                for (int lane = 0; lane < spec.channels(); lane++) {
                    planes[lane][i] = bytes.getFloat();
                }
            }
            return now;
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
