package dev.unbraid.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;

class PairMatrixTest {
    /// What columns lie behind, and what answers do.
    private static final int COLUMNS_AT = 5;
    private static final int OUT_AT = 7;
    private static final float CLOSE = 1e-4f;

    private final Random random = new Random(1);

    /// Rows, width, pairs. The last has two blocks of rows, and columns in two parts.
    static Stream<Arguments> shapes() {
        return Stream.of(Arguments.of(16, 4, 1), Arguments.of(32, 12, 2), Arguments.of(48, 64, 3), Arguments.of(128, 320, 1));
    }

    /// A matrix with a bias, and pairs of tiles that it multiplies with.
    @SuppressWarnings("ArrayRecordComponent") // numbers of a test
    private record Product(int rows, int width, int pairs, float[] weights, float[] bias, float[] tiles) {
        static Product random(Random random, int rows, int width, int pairs) {
            return new Product(rows, width, pairs, Numbers.random(random, rows * width), Numbers.random(random, rows),
                    Numbers.random(random, COLUMNS_AT + 2 * pairs * width * Tile.WIDTH));
        }

        PairMatrix matrix() {
            return new PairMatrix(weights, bias);
        }

        float[] columns() {
            float[] columns = Tile.room(PairColumns.numbers(pairs, width));
            PairColumns.put(pairs, width, tiles, COLUMNS_AT, columns);
            return columns;
        }

        /// With the bias, `[tiles][rows][48]`.
        float[] answers() {
            float[] answers = new float[2 * pairs * rows * Tile.WIDTH];
            for (int i = 0; i < answers.length; i++) {
                int row = i / Tile.WIDTH % rows;
                int tile = i / Tile.WIDTH / rows;
                double sum = bias[row];
                for (int k = 0; k < width; k++) {
                    sum += weights[row * width + k] * tiles[COLUMNS_AT + (tile * width + k) * Tile.WIDTH + i % Tile.WIDTH];
                }
                answers[i] = (float) sum;
            }
            return answers;
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void aProductIsTheSumOfProductsAndTheBias(int rows, int width, int pairs) {
        Product product = Product.random(random, rows, width, pairs);
        float[] before = Numbers.random(random, OUT_AT + 2 * pairs * rows * Tile.WIDTH + 1);
        PairMatrix matrix = product.matrix();
        float[] out = before.clone();
        matrix.times(pairs, product.columns(), room(matrix), out, OUT_AT);
        Numbers.assertClose(Arrays.copyOfRange(out, OUT_AT, out.length - 1), product.answers(), CLOSE);
        // What lies around the answers is as it was.
        Arrays.fill(before, OUT_AT, before.length - 1, 0);
        Arrays.fill(out, OUT_AT, out.length - 1, 0);
        Numbers.assertClose(out, before, 0);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void itMayBeAddedToWhatIsThere(int rows, int width, int pairs) {
        Product product = Product.random(random, rows, width, pairs);
        float[] out = Numbers.random(random, OUT_AT + 2 * pairs * rows * Tile.WIDTH);
        float[] sums = product.answers();
        for (int i = 0; i < sums.length; i++) {
            sums[i] += out[OUT_AT + i];
        }
        PairMatrix matrix = product.matrix();
        matrix.addTimes(pairs, product.columns(), room(matrix), out, OUT_AT);
        Numbers.assertClose(Arrays.copyOfRange(out, OUT_AT, out.length), sums, CLOSE);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void withGeluItIsWhatAnotherMatrixTakes(int rows, int width, int pairs) {
        Product product = Product.random(random, rows, width, pairs);
        float[] tiles = product.answers();
        Activations.gelu(tiles, 0, tiles.length);
        float[] expected = Tile.room(PairColumns.numbers(pairs, rows));
        PairColumns.put(pairs, rows, tiles, 0, expected);
        PairMatrix matrix = product.matrix();
        float[] out = Tile.room(PairColumns.numbers(pairs, rows));
        matrix.timesGelu(pairs, product.columns(), room(matrix), out);
        Numbers.assertClose(out, expected, CLOSE);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void whoeverTakesItRowByRowGetsEachRowOfEachTileOnce(int rows, int width, int pairs) {
        Product product = Product.random(random, rows, width, pairs);
        float[] out = new float[2 * pairs * rows * Tile.WIDTH];
        PairMatrix matrix = product.matrix();
        matrix.timesTo(pairs, product.columns(), room(matrix), (tile, row, count, from, at) -> {
            for (int i = 0; i < count * Tile.WIDTH; i++) {
                out[(tile * rows + row) * Tile.WIDTH + i] += from[at + i];
            }
        });
        Numbers.assertClose(out, product.answers(), CLOSE);
    }

    private float[] room(PairMatrix matrix) {
        return Numbers.random(random, Tile.FIRST + matrix.roomNumbers());
    }

    @Test
    void aMatrixWithoutQuartersIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new PairMatrix(new float[16 * 3], new float[16]))
                .withMessage("16 rows of 3 weights have no quarters");
        assertThat(PairMatrix.suits(16, 4)).isTrue();
        assertThat(PairMatrix.suits(12, 4)).isFalse();
        assertThat(PairMatrix.suits(16, 6)).isFalse();
    }
}
