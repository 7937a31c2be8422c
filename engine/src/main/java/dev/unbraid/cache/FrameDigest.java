package dev.unbraid.cache;

import dev.unbraid.audio.AudioSpec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The name of a sound's content: SHA-256 of its sample rate, its channels, and its frames as interleaved little-endian
/// float32. Takes the frames in order, in blocks of any length.
public final class FrameDigest {
    private static final int BLOCK_FRAMES = 1 << 12;

    private final MessageDigest digest = sha256();
    private final int channels;
    private final ByteBuffer block;

    public FrameDigest(AudioSpec spec) {
        channels = spec.channels();
        block = ByteBuffer.allocate(BLOCK_FRAMES * channels * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        digest.update("%d %d;".formatted(spec.sampleRate(), channels).getBytes(StandardCharsets.US_ASCII));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    public void add(float[][] planes, int offset, int frames) {
        for (int at = offset; at < offset + frames; ) {
            int end = Math.min(at + BLOCK_FRAMES, offset + frames);
            block.clear();
            for (; at < end; at++) {
                for (int channel = 0; channel < channels; channel++) {
                    block.putFloat(planes[channel][at]);
                }
            }
            digest.update(block.array(), 0, block.position());
        }
    }

    /// @return 64 hex digits; ends the digest
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
