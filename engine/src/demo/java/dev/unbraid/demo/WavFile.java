package dev.unbraid.demo;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

/// Writes stereo WAV files: 16 bits with triangular dither for the mix, 32-bit float for the stems it is checked against.
final class WavFile {
    private static final int PCM = 1;
    private static final int FLOAT = 3;

    private WavFile() {}

    static void writeMix(Path file, Stereo sound, Random random) throws IOException {
        ByteBuffer out = header(PCM, 2, sound.frames());
        for (int i = 0; i < sound.frames(); i++) {
            out.putShort(quantise(sound.left()[i], random));
            out.putShort(quantise(sound.right()[i], random));
        }
        Files.write(file, out.array());
    }

    static void writeStem(Path file, Stereo sound) throws IOException {
        ByteBuffer out = header(FLOAT, 4, sound.frames());
        for (int i = 0; i < sound.frames(); i++) {
            out.putFloat((float) sound.left()[i]);
            out.putFloat((float) sound.right()[i]);
        }
        Files.write(file, out.array());
    }

    private static short quantise(double sample, Random random) {
        double dither = random.nextDouble() - random.nextDouble();
        return (short) Math.clamp(Math.round(sample * 32_767 + dither), -32_768, 32_767);
    }

    private static ByteBuffer header(int format, int bytes, int frames) {
        int size = frames * 2 * bytes;
        ByteBuffer out = ByteBuffer.allocate(44 + size).order(ByteOrder.LITTLE_ENDIAN);
        out.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + size);
        out.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        out.putShort((short) format).putShort((short) 2).putInt(Tempo.SAMPLE_RATE);
        out.putInt(Tempo.SAMPLE_RATE * 2 * bytes).putShort((short) (2 * bytes)).putShort((short) (8 * bytes));
        return out.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(size);
    }
}
