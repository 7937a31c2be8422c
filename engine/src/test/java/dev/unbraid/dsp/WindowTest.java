package dev.unbraid.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.Stream;

class WindowTest {
    static Stream<Window> all() {
        return Stream.of(Window.rectangular(64), Window.hann(64), Window.hamming(64), Window.blackmanHarris(64),
                Window.kaiser(64, 9.4), Window.gaussian(64, 3.5));
    }

    @ParameterizedTest
    @MethodSource("all")
    void itsPeakOfOneLiesInTheMiddleAndBothSidesAreAlike(Window window) {
        assertThat(window.value(32)).isCloseTo(1, within(1e-6f));
        for (int n = 1; n < 64; n++) {
            assertThat(window.value(n)).isBetween(0f, 1.000001f).isCloseTo(window.value(64 - n), within(1e-6f));
        }
    }

    @Test
    void hannWindowsHalfALengthApartAddUpToOne() {
        Window hann = Window.hann(64);
        for (int n = 0; n < 32; n++) {
            assertThat(hann.value(n) + hann.value(n + 32)).isCloseTo(1, within(1e-6f));
        }
    }

    @Test
    void valuesAreThoseOfTheLiterature() {
        assertThat(Window.hamming(64).value(0)).isCloseTo(0.08f, within(1e-6f));
        assertThat(Window.blackmanHarris(64).value(0)).isCloseTo(0.00006f, within(1e-6f));
        // 1 / I0(9.4) and I0(9.4 * sqrt(0.75)) / I0(9.4), by the power series in exact arithmetic.
        assertThat(Window.kaiser(64, 9.4).value(0)).isCloseTo(0.00062685f, within(1e-7f));
        assertThat(Window.kaiser(64, 9.4).value(16)).isCloseTo(0.305719f, within(1e-5f));
        assertThat(Window.gaussian(64, 3.5).value(0)).isCloseTo((float) Math.exp(-3.5 * 3.5 / 2), within(1e-7f));
    }

    @ParameterizedTest
    @MethodSource("all")
    void leakageFallsAsTheWindowPromises(Window window) {
        Stft stft = new Stft(window, 64);
        float[] sine = new float[64];
        for (int n = 0; n < 64; n++) {
            sine[n] = (float) Math.cos(2 * Math.PI * 16 * n / 64);
        }
        float[] power = new float[stft.bins()];
        stft.addPower(sine, 1, power);
        assertThat(power[16]).isCloseTo(1, within(1e-4f));
        assertThat(power[26]).isLessThan(1e-4f);
    }
}
