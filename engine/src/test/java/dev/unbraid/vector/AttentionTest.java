package dev.unbraid.vector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Random;

class AttentionTest {
    /// Fewer tokens than a tile, a block that is not full, several blocks; scores far beyond what a power can hold; and tokens
    /// of which nothing is heard beside the others.
    @ParameterizedTest
    @CsvSource({"1, 1, 1", "47, 1, 1", "49, 3, 1", "96, 1, 1", "250, 3, 1", "250, 40, 1", "336, 300, 1", "336, 300, 0.001"})
    void itIsTheMeanOfTheValuesWeightedByThePowersOfTheScores(int tokens, float loudness, float laterKeys) {
        int heads = 2;
        int width = 11;
        Random random = new Random(tokens);
        KeysAndValues seen = new KeysAndValues(tokens, heads, width);
        float[][] tiles = new float[Tile.count(tokens)][];
        for (int tile = 0; tile < tiles.length; tile++) {
            tiles[tile] = Numbers.random(random, 2 * heads * width * Tile.WIDTH);
            for (int i = 0; tile > 2 && i < heads * width * Tile.WIDTH; i++) {
                tiles[tile][i] *= laterKeys;
            }
            seen.put(tile, 0, 2 * heads * width, tiles[tile], 0);
        }
        int stride = heads * width * Tile.WIDTH;
        float[] queries = Numbers.random(random, 2 * stride);
        for (int i = 0; i < queries.length; i++) {
            queries[i] *= loudness;
        }
        float[] out = new float[2 * stride];
        Attention attention = new Attention();
        for (int head = 0; head < heads; head++) {
            int at = head * width * Tile.WIDTH;
            attention.attend(seen, head, new Attention.Tiles(at, stride, 2), queries, out);
            for (int column = 0; column < 2 * Tile.WIDTH; column++) {
                int first = at + column / Tile.WIDTH * stride + column % Tile.WIDTH;
                double[] wanted = attended(tiles, tokens, new int[] {head, heads, width}, queries, first);
                for (int i = 0; i < width; i++) {
                    assertThat((double) out[first + i * Tile.WIDTH]).isCloseTo(wanted[i], within(1e-5 * Math.max(1, loudness)));
                }
            }
        }
    }

    private static double[] attended(float[][] tiles, int tokens, int[] shape, float[] queries, int queryAt) {
        int head = shape[0];
        int heads = shape[1];
        int width = shape[2];
        double[] scores = new double[tokens];
        double most = Double.NEGATIVE_INFINITY;
        for (int token = 0; token < tokens; token++) {
            for (int i = 0; i < width; i++) {
                scores[token] += (double) queries[queryAt + i * Tile.WIDTH]
                        * tiles[token / Tile.WIDTH][(head * width + i) * Tile.WIDTH + token % Tile.WIDTH];
            }
            most = Math.max(most, scores[token]);
        }
        double sum = 0;
        double[] means = new double[width];
        for (int token = 0; token < tokens; token++) {
            double weight = Math.pow(2, scores[token] - most);
            sum += weight;
            for (int i = 0; i < width; i++) {
                means[i] += weight
                        * tiles[token / Tile.WIDTH][((heads + head) * width + i) * Tile.WIDTH + token % Tile.WIDTH];
            }
        }
        for (int i = 0; i < width; i++) {
            means[i] /= sum;
        }
        return means;
    }
}
