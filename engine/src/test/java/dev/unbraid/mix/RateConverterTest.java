package dev.unbraid.mix;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RateConverterTest {
    private static final int BLOCK = 128;

    @ParameterizedTest
    @CsvSource({"44100, 48000, 18000", "48000, 44100, 18000", "384000, 192000, 20000", "8000, 48000, 3300",
        "96000, 44100, 1000", "22050, 44100, 9000"})
    void aToneKeepsItsPitchItsLoudnessAndItsPlace(int from, int to, double hz) {
        float[] out = converted(from, to, hz);
        for (int i = 200; i < out.length; i++) {
            assertThat(Math.abs(out[i] - Math.sin(2 * Math.PI * hz * i / to))).as("frame %d", i).isLessThan(0.002);
        }
    }

    @ParameterizedTest
    @CsvSource({"96000, 44100, 26000", "48000, 44100, 23500", "192000, 48000, 60000"})
    void whatTheNewRateCannotCarryIsNotHeard(int from, int to, double hz) {
        float[] out = converted(from, to, hz);
        for (int i = 200; i < out.length; i++) {
            assertThat(Math.abs(out[i])).as("frame %d", i).isLessThan(0.0003f);
        }
    }

    private static float[] converted(int from, int to, double hz) {
        RateConverter converter = new RateConverter(from, to, BLOCK);
        float[][] in = new float[2][BLOCK];
        float[][] some = new float[2][converter.most(BLOCK)];
        float[] out = new float[4_000];
        int done = 0;
        for (long frame = 0; done < out.length; frame += BLOCK) {
            for (int i = 0; i < BLOCK; i++) {
                in[0][i] = (float) Math.sin(2 * Math.PI * hz * (frame + i) / from);
                in[1][i] = -in[0][i];
            }
            int made = converter.convert(in, BLOCK, some);
            for (int i = 0; i < made && done < out.length; i++) {
                assertThat(some[1][i]).isEqualTo(-some[0][i]);
                out[done++] = some[0][i];
            }
        }
        return out;
    }
}
