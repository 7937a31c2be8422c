package dev.unbraid.vector;

import jdk.incubator.vector.FloatVector;

import java.util.List;

/// Mean and spread of numbers that are seen in parts, each reduced by itself in two passes and then merged (Chan, Golub,
/// LeVeque 1983).
///
/// @param squares sum of the squared deviations from the mean
public record Moments(long count, double mean, double squares) {
    public static final Moments NONE = new Moments(0, 0, 0);

    /// Of the first columns of a tile.
    public static Moments of(float[] tile, int at, int rows, int columns) {
        if (columns < Tile.WIDTH) {
            return ofSome(tile, at, rows, columns);
        }
        int end = at + rows * Tile.WIDTH;
        FloatVector sum = Lanes.all(0);
        FloatVector other = Lanes.all(0);
        FloatVector third = Lanes.all(0);
        for (int i = at; i < end; i += 3 * Lanes.COUNT) {
            sum = sum.add(Lanes.load(tile, i));
            other = other.add(Lanes.load(tile, i + Lanes.COUNT));
            third = third.add(Lanes.load(tile, i + 2 * Lanes.COUNT));
        }
        int count = rows * Tile.WIDTH;
        double mean = total(sum.add(other).add(third)) / count;
        FloatVector middle = Lanes.all((float) mean);
        FloatVector squares = Lanes.all(0);
        other = Lanes.all(0);
        third = Lanes.all(0);
        for (int i = at; i < end; i += 3 * Lanes.COUNT) {
            FloatVector x = Lanes.load(tile, i).sub(middle);
            squares = x.fma(x, squares);
            x = Lanes.load(tile, i + Lanes.COUNT).sub(middle);
            other = x.fma(x, other);
            x = Lanes.load(tile, i + 2 * Lanes.COUNT).sub(middle);
            third = x.fma(x, third);
        }
        return new Moments(count, mean, total(squares.add(other).add(third)));
    }

    private static Moments ofSome(float[] tile, int at, int rows, int columns) {
        int count = rows * columns;
        double sum = 0;
        for (int row = 0; row < rows; row++) {
            for (int i = at + row * Tile.WIDTH; i < at + row * Tile.WIDTH + columns; i++) {
                sum += tile[i];
            }
        }
        double mean = sum / count;
        double squares = 0;
        for (int row = 0; row < rows; row++) {
            for (int i = at + row * Tile.WIDTH; i < at + row * Tile.WIDTH + columns; i++) {
                squares += (tile[i] - mean) * (tile[i] - mean);
            }
        }
        return new Moments(count, mean, squares);
    }

    private static double total(FloatVector lanes) {
        double total = 0;
        for (float lane : lanes.toArray()) {
            total += lane;
        }
        return total;
    }

    public static Moments of(List<Moments> parts) {
        return parts.stream().reduce(NONE, Moments::with);
    }

    public Moments with(Moments other) {
        long total = count + other.count;
        if (total == 0) {
            return NONE;
        }
        double difference = other.mean - mean;
        double share = (double) other.count / total;
        return new Moments(total, mean + difference * share,
                squares + other.squares + difference * difference * count * share);
    }

    /// What a group norm divides by, one over it.
    public double scale() {
        return 1 / Math.sqrt(squares / count + 1e-5);
    }

    /// With the unbiased divisor.
    public double standardDeviation() {
        return Math.sqrt(squares / (count - 1));
    }
}
