package dev.unbraid.codec;

import dev.unbraid.audio.AudioSource;
import dev.unbraid.audio.AudioSpec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/// Sounds to test with, and ways to drink them up.
final class Sounds {
    private Sounds() {}

    /// A chirp with a little noise, a different one in each channel, on the steps of `bits` bits: lossless means equal.
    static float[][] chirp(int channels, int frames, int bits) {
        Random random = new Random(5);
        double top = 1 << (bits - 1);
        float[][] planes = new float[channels][frames];
        for (int channel = 0; channel < channels; channel++) {
            for (int i = 0; i < frames; i++) {
                double phase = 0.02 * (channel + 1) * i + 1e-6 * i * i;
                double sample = 0.5 * Math.sin(phase) + 0.01 * random.nextGaussian();
                planes[channel][i] = Math.round(sample * top) / (float) top;
            }
        }
        return planes;
    }

    static float[] sine(int rate, double hertz, double peak, int frames) {
        float[] samples = new float[frames];
        for (int i = 0; i < frames; i++) {
            samples[i] = (float) (peak * Math.sin(2 * Math.PI * hertz * i / rate));
        }
        return samples;
    }

    static float[][] readAll(Path file) throws IOException {
        try (AudioReader reader = AudioFiles.open(file)) {
            return drain(reader);
        }
    }

    static float[][] drain(AudioSource source) throws IOException {
        float[][] all = new float[source.spec().channels()][1 << 16];
        int length = 0;
        for (int odd = 1; ; odd = odd * 7 % 8191) {
            if (length + odd > all[0].length) {
                for (int channel = 0; channel < all.length; channel++) {
                    all[channel] = Arrays.copyOf(all[channel], 2 * (length + odd));
                }
            }
            int count = source.read(all, length, odd);
            if (count < 0) {
                break;
            }
            length += count;
        }
        for (int channel = 0; channel < all.length; channel++) {
            all[channel] = Arrays.copyOf(all[channel], length);
        }
        return all;
    }

    static AudioSource source(int rate, float[]... planes) {
        return new AudioSource() {
            private int at;

            @Override
            public AudioSpec spec() {
                return new AudioSpec(rate, planes.length);
            }

            @Override
            public int read(float[][] target, int offset, int frames) {
                int count = Math.min(frames, planes[0].length - at);
                if (count == 0) {
                    return -1;
                }
                for (int channel = 0; channel < planes.length; channel++) {
                    System.arraycopy(planes[channel], at, target[channel], offset, count);
                }
                at += count;
                return count;
            }

            @Override
            public void close() {}
        };
    }

    /// Where `late` lies against `early`, in frames, by their greatest correlation.
    static int delay(float[] early, float[] late) {
        int best = 0;
        double most = -1;
        int window = Math.min(early.length, late.length) - 8000;
        for (int shift = -3000; shift <= 3000; shift++) {
            double sum = 0;
            for (int i = 4000; i < 4000 + Math.min(window, 20_000); i++) {
                sum += early[i] * (double) late[i + shift];
            }
            if (sum > most) {
                most = sum;
                best = shift;
            }
        }
        return best;
    }
}
