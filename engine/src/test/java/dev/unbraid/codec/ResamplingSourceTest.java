package dev.unbraid.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.unbraid.audio.AudioSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;

class ResamplingSourceTest {
    private static final double PEAK = 0.5;

    private static float[][] resample(int from, int to, float[]... planes) throws IOException {
        try (ResamplingSource source = new ResamplingSource(Sounds.source(from, planes), to)) {
            return Sounds.drain(source);
        }
    }

    /// @return level of the fitted sine and level of all the rest, in dB against the tone put in
    private static double[] levels(float[] samples, int rate, double hertz) {
        int margin = samples.length / 4;
        int count = samples.length / 2;
        double cc = 0;
        double ss = 0;
        double cs = 0;
        double xc = 0;
        double xs = 0;
        double xx = 0;
        for (int i = margin; i < margin + count; i++) {
            double c = Math.cos(2 * Math.PI * hertz * i / rate);
            double s = Math.sin(2 * Math.PI * hertz * i / rate);
            cc += c * c;
            ss += s * s;
            cs += c * s;
            xc += samples[i] * c;
            xs += samples[i] * s;
            xx += (double) samples[i] * samples[i];
        }
        double det = cc * ss - cs * cs;
        double a = (xc * ss - xs * cs) / det;
        double b = (xs * cc - xc * cs) / det;
        double rest = 0;
        for (int i = margin; i < margin + count; i++) {
            double angle = 2 * Math.PI * hertz * i / rate;
            rest += Math.pow(samples[i] - a * Math.cos(angle) - b * Math.sin(angle), 2);
        }
        double full = PEAK * PEAK / 2;
        return new double[] {10 * Math.log10((a * a + b * b) / 2 / full), 10 * Math.log10(rest / count / full)};
    }

    @ParameterizedTest
    @CsvSource({
        "48000, 44100, 997", "48000, 44100, 10000", "48000, 44100, 19000",
        "44100, 48000, 997", "44100, 48000, 10000", "44100, 48000, 19000",
        "96000, 44100, 997", "96000, 44100, 19000", "192000, 44100, 997", "192000, 44100, 19000",
        "8000, 44100, 300", "8000, 44100, 3400", "22050, 44100, 997", "22050, 44100, 9400",
        "11025, 44100, 997", "32000, 44100, 13000", "44100, 96000, 19000", "44056, 44100, 10000",
    })
    void aToneStaysATone(int from, int to, double hertz) throws IOException {
        float[] out = resample(from, to, Sounds.sine(from, hertz, PEAK, 2 * from))[0];
        double[] levels = levels(out, to, hertz);
        assertThat(levels[0]).as("gain in dB").isCloseTo(0, within(0.01));
        assertThat(levels[1]).as("noise in dB").isLessThan(-120);
    }

    @ParameterizedTest
    @CsvSource({
        "48000, 44100, 22300", "48000, 44100, 22600", "48000, 44100, 23000", "48000, 44100, 23900",
        "96000, 44100, 22300", "96000, 44100, 25000", "96000, 44100, 43000", "96000, 44100, 47000",
        "192000, 44100, 22300", "192000, 44100, 44100", "192000, 44100, 60000", "192000, 44100, 90000",
    })
    void whatTheNewRateCannotHoldIsGone(int from, int to, double hertz) throws IOException {
        float[] out = resample(from, to, Sounds.sine(from, hertz, PEAK, 2 * from))[0];
        // Against a tone that is not there, the rest is all that is.
        assertThat(levels(out, to, 1000)[1]).as("alias in dB").isLessThan(-100);
    }

    @ParameterizedTest
    @CsvSource({
        "48000, 44100, 100001", "44100, 48000, 100001", "96000, 44100, 77777", "8000, 44100, 12345",
        "192000, 44100, 5", "44100, 8000, 44099", "22050, 44100, 1", "48000, 44100, 480", "11025, 48000, 1",
    })
    void theLengthIsTheRoundedLength(int from, int to, int frames) throws IOException {
        assertThat(resample(from, to, new float[frames])[0]).hasSize((int) Math.round((double) frames * to / from));
    }

    @Test
    void aSoundShorterThanHalfAFrameIsStillOneAndNoneIsNone() throws IOException {
        assertThat(resample(192_000, 44_100, new float[1])[0]).hasSize(1);
        assertThat(resample(192_000, 44_100, new float[0])[0]).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"48000, 44100", "44100, 48000", "96000, 44100", "8000, 44100", "192000, 44100"})
    void anImpulseStaysInItsPlace(int from, int to) throws IOException {
        int period = new SampleRates(from, to).period();
        int at = Math.ceilDiv(3000, period) * period;
        float[] in = new float[2 * at];
        in[at] = 1;
        float[] out = resample(from, to, in)[0];
        int expected = (int) ((long) at * to / from);
        double weight = 0;
        double moment = 0;
        for (int i = expected - 200; i <= expected + 200; i++) {
            weight += (double) out[i] * out[i];
            moment += (double) out[i] * out[i] * i;
        }
        assertThat(moment / weight).isCloseTo(expected, within(1e-3));
        assertThat(out[expected - 1]).isCloseTo(out[expected + 1], within(1e-5f));
    }

    @Test
    void anImpulseAtTheVeryStartIsTheSameAsOneAfterSilence() throws IOException {
        float[] first = new float[1600];
        first[0] = 1;
        float[] later = new float[3200];
        later[1600] = 1;
        float[] early = resample(48_000, 44_100, first)[0];
        float[] late = resample(48_000, 44_100, later)[0];
        for (int i = 0; i < 1000; i++) {
            assertThat(early[i]).isCloseTo(late[1470 + i], within(1e-7f));
        }
    }

    @Test
    void atTheSameRateNoSampleIsTouched() throws IOException {
        float[][] planes = Sounds.chirp(2, 10_000, 24);
        planes[0][5] = 3;
        assertThat(resample(44_100, 44_100, planes)).isDeepEqualTo(planes);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6, 8, 11, 24})
    void theChannelsAreNotMixed(int channels) throws IOException {
        float[][] planes = new float[channels][20_000];
        planes[channels - 1] = Sounds.sine(48_000, 1000, PEAK, 20_000);
        float[][] out = resample(48_000, 44_100, planes);
        assertThat(levels(out[channels - 1], 44_100, 1000)[0]).isCloseTo(0, within(0.01));
        for (int channel = 0; channel < channels - 1; channel++) {
            assertThat(out[channel]).containsOnly(0);
        }
    }

    @Test
    void theSpecTellsTheNewRate() throws IOException {
        try (ResamplingSource source = new ResamplingSource(Sounds.source(48_000, new float[2][1]), 44_100)) {
            assertThat(source.spec()).isEqualTo(new AudioSpec(44_100, 2));
        }
    }
}
