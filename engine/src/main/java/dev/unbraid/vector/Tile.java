package dev.unbraid.vector;

import jdk.incubator.vector.FloatVector;

import java.util.stream.IntStream;

/// Columns that are worked on together: a tile is `[rows][WIDTH]`, row by row.
public final class Tile {
    /// A multiple of what the micro-kernels of all processors take at a time.
    public static final int WIDTH = 48;

    /// Numbers in a cache line.
    public static final int LINE = 16;
    /// Where the first tile of an array begins: at a cache line, for an array's first number comes 16 bytes after such a one
    /// ([VectorUnits#javaOptions] sees to it). A register that is loaded from two lines takes twice as long.
    public static final int FIRST = 12;

    private Tile() {}

    /// @return an array for tiles of so many numbers, from [#FIRST] on
    public static float[] room(int numbers) {
        return new float[FIRST + numbers];
    }

    /// @return where the rows of a tile begin
    static int[] rows(int count) {
        return IntStream.range(0, count).map(row -> row * WIDTH).toArray();
    }

    /// Copies one row of a tile.
    public static void copy(float[] from, int fromAt, float[] to, int toAt) {
        for (int i = 0; i < WIDTH; i += Lanes.COUNT) {
            Lanes.load(from, fromAt + i).intoArray(to, toAt + i);
        }
    }

    /// Reads something of each cache line of a tile whose rows lie apart, and of the line after it, where taps look. Far more
    /// reads are under way at once than in a product, which finds them near then.
    ///
    /// @param stride from one row to the next
    /// @return       a sum, so that the compiler does not leave the reading out
    public static float touch(float[] values, int at, int stride, int rows) {
        float sum = 0;
        for (int i = at; i < at + rows * stride; i += stride) {
            sum += values[i] + values[i + WIDTH / 3] + values[i + WIDTH / 3 * 2] + values[i + WIDTH];
        }
        return sum;
    }

    /// @return the largest sum of the squares of a column, over so many rows
    static float longestSquared(float[] tile, int at, int rows) {
        float longest = 0;
        for (int lane = 0; lane < WIDTH; lane += Lanes.COUNT) {
            FloatVector squares = Lanes.all(0);
            for (int i = at + lane; i < at + rows * WIDTH; i += WIDTH) {
                FloatVector x = Lanes.load(tile, i);
                squares = x.fma(x, squares);
            }
            for (float column : squares.toArray()) {
                longest = Math.max(longest, column);
            }
        }
        return longest;
    }

    /// @return the largest of so many numbers, a multiple of [#WIDTH], none of which is below zero
    static float largest(float[] numbers, int at, int count) {
        FloatVector largest = Lanes.all(0);
        for (int i = at; i < at + count; i += Lanes.COUNT) {
            largest = Lanes.larger(largest, Lanes.load(numbers, i));
        }
        float one = 0;
        for (float lane : largest.toArray()) {
            one = Math.max(one, lane);
        }
        return one;
    }

    /// Adds one row of a tile to another.
    public static void add(float[] from, int fromAt, float[] to, int toAt) {
        for (int i = 0; i < WIDTH; i += Lanes.COUNT) {
            Lanes.load(to, toAt + i).add(Lanes.load(from, fromAt + i)).intoArray(to, toAt + i);
        }
    }

    /// @return how many tiles hold so many columns; the last one may have some to spare
    public static int count(int columns) {
        return Math.ceilDiv(columns, WIDTH);
    }
}
