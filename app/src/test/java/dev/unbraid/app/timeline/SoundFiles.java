package dev.unbraid.app.timeline;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;

/// Sounds made for tests: 44.1 kHz, stereo, 16 bits.
final class SoundFiles {
    static final int RATE = 44_100;

    private SoundFiles() {}

    /// One sample of one channel, full scale is ±1.
    interface Curve {
        double at(long frame);
    }

    static Path write(Path file, long frames, Curve left, Curve right) throws IOException {
        return write(file, RATE, frames, left, right);
    }

    static Path write(Path file, int rate, long frames, Curve left, Curve right) throws IOException {
        int bytes = (int) (frames * 4);
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            ByteBuffer header = ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN);
            header.put(ascii("RIFF")).putInt(36 + bytes).put(ascii("WAVEfmt ")).putInt(16).putShort((short) 1).putShort((short) 2)
                    .putInt(rate).putInt(rate * 4).putShort((short) 4).putShort((short) 16).put(ascii("data")).putInt(bytes);
            out.write(header.flip());
            ByteBuffer block = ByteBuffer.allocate(1 << 18).order(ByteOrder.LITTLE_ENDIAN);
            for (long frame = 0; frame < frames; frame++) {
                block.putShort((short) Math.rint(32_767 * left.at(frame))).putShort((short) Math.rint(32_767 * right.at(frame)));
                if (!block.hasRemaining() || frame == frames - 1) {
                    out.write(block.flip());
                    block.clear();
                }
            }
        }
        return file;
    }

    /// Notes with harmonics and noise at their start, something everywhere.
    static Path music(Path file, long frames, long seed) throws IOException {
        Random random = new Random(seed);
        double[] notes = random.doubles(4_096, 60, 900).toArray();
        float[] noise = new float[1 << 16];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = random.nextFloat() * 2 - 1;
        }
        Curve curve = frame -> {
            int note = (int) (frame / 11_025 % notes.length);
            double age = frame % 11_025 / 11_025.0;
            double phase = 2 * Math.PI * notes[note] * (frame % 11_025) / RATE;
            double tone = Math.sin(phase) + 0.5 * Math.sin(2 * phase) + 0.3 * Math.sin(5 * phase);
            return 0.25 * tone * Math.exp(-3 * age) + 0.3 * noise[(int) (frame & 0xffff)] * Math.exp(-30 * age);
        };
        return write(file, frames, curve, frame -> 0.8 * curve.at(frame));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
