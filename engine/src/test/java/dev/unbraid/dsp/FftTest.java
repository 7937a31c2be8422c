package dev.unbraid.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Random;

class FftTest {
    @ParameterizedTest
    @ValueSource(ints = {2, 4, 8, 64, 512, 1024})
    void itIsTheSumItSays(int frames) {
        Fft fft = new Fft(frames);
        float[] samples = noise(frames, 2 * fft.bins());
        float[] values = samples.clone();
        fft.forward(values);
        for (int bin = 0; bin < fft.bins(); bin++) {
            double real = 0;
            double imaginary = 0;
            for (int n = 0; n < frames; n++) {
                double angle = 2 * Math.PI * bin * n / frames;
                real += samples[n] * Math.cos(angle);
                imaginary -= samples[n] * Math.sin(angle);
            }
            assertThat((double) values[2 * bin]).isCloseTo(real, within(1e-4));
            assertThat((double) values[2 * bin + 1]).isCloseTo(imaginary, within(1e-4));
        }
    }

    @Test
    void longTransformsKeepTheEnergyAndStartNoThreads() {
        int before = Thread.activeCount();
        int frames = 1 << 18;
        Fft fft = new Fft(frames);
        float[] values = noise(frames, 2 * fft.bins());
        double energy = 0;
        for (float sample : values) {
            energy += sample * sample;
        }
        fft.forward(values);
        double found = 0;
        for (int bin = 0; bin < fft.bins(); bin++) {
            double power = Math.pow(values[2 * bin], 2) + Math.pow(values[2 * bin + 1], 2);
            found += bin == 0 || bin == fft.bins() - 1 ? power : 2 * power;
        }
        assertThat(found / frames).isCloseTo(energy, within(energy * 1e-5));
        assertThat(Thread.activeCount()).isLessThanOrEqualTo(before);
    }

    @Test
    void otherLengthsAreRefused() {
        assertThatThrownBy(() -> new Fft(1000)).isInstanceOf(IllegalArgumentException.class);
    }

    private static float[] noise(int frames, int length) {
        var random = new Random(frames);
        float[] noise = new float[length];
        for (int i = 0; i < frames; i++) {
            noise[i] = random.nextFloat() - 0.5f;
        }
        return noise;
    }
}
