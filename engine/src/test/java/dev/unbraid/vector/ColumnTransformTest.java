package dev.unbraid.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Random;

class ColumnTransformTest {
    /// Powers of four and twice such, an even and an odd number of steps.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 8, 16, 32, 64, 128})
    void everyColumnIsTransformedByItselfAndBack(int length) {
        int columns = ColumnTransform.COLUMNS;
        Random random = new Random(length);
        float[] real = Numbers.random(random, length * columns);
        float[] imaginary = Numbers.random(random, length * columns);
        float[] re = real.clone();
        float[] im = imaginary.clone();
        ColumnTransform transform = new ColumnTransform(length);
        transform.transform(re, im);
        for (int column = 0; column < columns; column += 3) {
            for (int bin = 0; bin < length; bin++) {
                double sumRe = 0;
                double sumIm = 0;
                for (int n = 0; n < length; n++) {
                    double angle = -2 * Math.PI * bin * n / length;
                    int at = n * columns + column;
                    sumRe += real[at] * Math.cos(angle) - imaginary[at] * Math.sin(angle);
                    sumIm += real[at] * Math.sin(angle) + imaginary[at] * Math.cos(angle);
                }
                assertThat((double) re[bin * columns + column]).isCloseTo(sumRe, within(1e-4));
                assertThat((double) im[bin * columns + column]).isCloseTo(sumIm, within(1e-4));
            }
        }
        transform.transform(im, re);
        for (int i = 0; i < real.length; i++) {
            assertThat(re[i] / length).isCloseTo(real[i], within(1e-5f));
            assertThat(im[i] / length).isCloseTo(imaginary[i], within(1e-5f));
        }
    }

    @Test
    void twoSpectraOfRealChannelsBecomeOneOfAComplexChannel() {
        int columns = ColumnTransform.COLUMNS;
        int rows = 16;
        int stride = 5 * columns;
        float[] x = Numbers.random(new Random(3), 2 + rows / 2 * stride);
        float[] re = new float[rows * columns];
        float[] im = new float[rows * columns];
        ColumnTransform.join(x, new ColumnTransform.Spectra(2, stride, columns + 1), 3, 0.5f, re, im);
        for (int column = 0; column < columns; column++) {
            for (int row = 1; row < rows / 2; row++) {
                int at = 2 + row * stride + column;
                float leftRe = 3 * x[at] + 0.5f;
                float leftIm = 3 * x[at + columns + 1] + 0.5f;
                float rightRe = 3 * x[at + 2 * (columns + 1)] + 0.5f;
                float rightIm = 3 * x[at + 3 * (columns + 1)] + 0.5f;
                int here = row * columns + column;
                int mirrored = (rows - row) * columns + column;
                // Left + i right; in the mirror image both conjugated.
                assertThat(re[here]).isCloseTo(leftRe - rightIm, within(1e-6f));
                assertThat(im[here]).isCloseTo(leftIm + rightRe, within(1e-6f));
                assertThat(re[mirrored]).isCloseTo(leftRe + rightIm, within(1e-6f));
                assertThat(im[mirrored]).isCloseTo(rightRe - leftIm, within(1e-6f));
            }
            assertThat(re[column]).isZero();
            assertThat(im[rows / 2 * columns + column]).isZero();
        }
    }

    @Test
    void twoSpectraOfRealChannelsComeOutOfThatOfAComplexChannel() {
        int columns = ColumnTransform.COLUMNS;
        int rows = 16;
        Random random = new Random(4);
        float[] re = Numbers.random(random, rows * columns);
        float[] im = Numbers.random(random, rows * columns);
        float[] spectra = new float[4 * rows / 2 * columns];
        int plane = rows / 2 * columns;
        ColumnTransform.split(re, im, 0.5f, spectra, new ColumnTransform.Spectra(0, columns, plane));
        float[] joinedRe = re.clone();
        float[] joinedIm = im.clone();
        ColumnTransform.join(spectra, new ColumnTransform.Spectra(0, columns, plane), 1, 0, joinedRe, joinedIm);
        Numbers.assertClose(joinedRe, re, 1e-6f);
        Numbers.assertClose(joinedIm, im, 1e-6f);
        for (int i = 0; i < columns; i++) {
            assertThat(spectra[i]).as("the first row is not touched").isZero();
            assertThat(spectra[columns + i]).isCloseTo((re[columns + i] + re[(rows - 1) * columns + i]) / 2, within(1e-6f));
        }
    }
}
