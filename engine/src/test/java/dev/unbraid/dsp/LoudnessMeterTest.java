package dev.unbraid.dsp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.unbraid.audio.AudioSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Numbers from ITU-R BS.1770-4 and EBU Tech 3341, whose tolerance is 0.1 LU.
class LoudnessMeterTest {
    private static float[] sine(int rate, double hertz, double peakDb, double seconds) {
        float[] samples = new float[(int) (rate * seconds)];
        double peak = Math.pow(10, peakDb / 20);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (peak * Math.sin(2 * Math.PI * hertz * i / rate));
        }
        return samples;
    }

    private static void feed(LoudnessMeter meter, float[]... planes) {
        int frames = planes[0].length;
        for (int at = 0; at < frames; at += 1000) {
            meter.add(planes, at, Math.min(1000, frames - at));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {8_000, 22_050, 44_100, 48_000, 96_000, 192_000})
    void aFullScaleSineInOneChannelReadsMinus3AtEveryRate(int rate) {
        LoudnessMeter meter = new LoudnessMeter(new AudioSpec(rate, 1));
        feed(meter, sine(rate, 997, 0, 5));
        assertThat(meter.integratedLufs().getAsDouble()).isCloseTo(-3.01, within(0.03));
    }

    @ParameterizedTest
    @CsvSource({"-20, -20", "-23, -23", "-33, -33"})
    void aStereoSineReadsItsPeakLevel(double peakDb, double lufs) {
        LoudnessMeter meter = new LoudnessMeter(new AudioSpec(48_000, 2));
        float[] tone = sine(48_000, 997, peakDb, 10);
        feed(meter, tone, tone);
        assertThat(meter.integratedLufs().getAsDouble()).isCloseTo(lufs, within(0.03));
    }

    @Test
    void quietPassagesAreGatedOut() {
        LoudnessMeter meter = new LoudnessMeter(new AudioSpec(48_000, 2));
        for (double peakDb : new double[] {-36, -23, -36}) {
            float[] tone = sine(48_000, 1000, peakDb, peakDb == -23 ? 60 : 10);
            feed(meter, tone, tone);
        }
        assertThat(meter.integratedLufs().getAsDouble()).isCloseTo(-23, within(0.1));
    }

    @Test
    void surroundChannelsCountMoreAndTheBassChannelNotAtAll() {
        LoudnessMeter meter = new LoudnessMeter(new AudioSpec(48_000, 6));
        float[] front = sine(48_000, 1000, -28, 20);
        float[] centre = sine(48_000, 1000, -24, 20);
        float[] side = sine(48_000, 1000, -30, 20);
        feed(meter, front, front, centre, sine(48_000, 1000, 0, 20), side, side);
        assertThat(meter.integratedLufs().getAsDouble()).isCloseTo(-23, within(0.1));
    }

    @Test
    void at48kHzTheFilterIsTheStandardsOwn() {
        KWeighting filter = new KWeighting(48_000);
        double b0 = 1.53512485958697;
        double b1 = -2.69169618940638 - 2 * b0;
        double a1 = -1.69065929318241 - 1.99004745483398;
        assertThat(filter.filter(1)).isCloseTo(b0, within(1e-9));
        assertThat(filter.filter(0)).isCloseTo(b1 - a1 * b0, within(1e-9));
    }

    @Test
    void silenceAndTooShortAClipHaveNoLoudness() {
        LoudnessMeter silent = new LoudnessMeter(new AudioSpec(44_100, 1));
        feed(silent, new float[44_100]);
        assertThat(silent.integratedLufs()).isEmpty();
        LoudnessMeter brief = new LoudnessMeter(new AudioSpec(44_100, 1));
        feed(brief, sine(44_100, 997, 0, 0.3));
        assertThat(brief.integratedLufs()).isEmpty();
    }
}
