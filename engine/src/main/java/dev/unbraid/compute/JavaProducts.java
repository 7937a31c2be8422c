package dev.unbraid.compute;

import dev.unbraid.vector.PackedMatrix;
import dev.unbraid.vector.Tile;

import java.util.Arrays;

/// Matrix products in Java, for timing. Of one thread.
final class JavaProducts {
    private static final int ROUNDS = 20;

    private final int width;
    private final int tiles;
    private final PackedMatrix matrix;
    private final float[] columns;
    private final float[][] results;

    /// @param members of the team that shall share them
    JavaProducts(Products.Size size, int members) {
        width = size.width();
        tiles = Tile.count(size.rows());
        float[] weights = new float[width * width];
        Arrays.fill(weights, 1f / width);
        matrix = new PackedMatrix(weights, new float[width]);
        columns = Tile.room(tiles * width * Tile.WIDTH);
        Arrays.fill(columns, 1);
        results = new float[members][];
        Arrays.setAll(results, member -> Tile.room(matrix.resultNumbers()));
    }

    /// Of one thread, at its best; whether the compiler keeps vectors in registers depends on which one it is.
    static double flopPerSecond() {
        JavaProducts products = new JavaProducts(ProcessorProbe.SIZE, 1);
        try (Team alone = new Team(1)) {
            double most = 0;
            for (int i = 0; i < ROUNDS; i++) {
                most = Math.max(most, products.flop() / products.seconds(alone));
            }
            return most;
        }
    }

    /// Of one product; a multiplication and an addition are two.
    double flop() {
        return new Products.Size(tiles * Tile.WIDTH, width).flop();
    }

    /// How long one takes.
    double seconds(Team team) {
        long began = System.nanoTime();
        team.share(tiles, (member, tile) -> matrix.times(columns, Tile.FIRST + tile * width * Tile.WIDTH, results[member]));
        return (System.nanoTime() - began) / 1e9;
    }
}
