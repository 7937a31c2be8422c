package dev.unbraid.htdemucs;

import dev.unbraid.vector.Activations;
import dev.unbraid.vector.Tile;

import java.util.Arrays;

/// Rows of channels of numbers, `[rows, channels, length]`: in the spectral branch a row is a bin and runs along the columns,
/// in the wave branch there is one row, which runs along the frames. Around them are zeros, so that a convolution may look
/// beyond an edge.
///
/// @param margins rows before the first and after the last that are zeros
/// @param margin  zeros before and after the numbers of a channel, some cache lines; two channels share them
@SuppressWarnings("ArrayRecordComponent") // the room that layers work in
record Plane(float[] values, int channels, Grid grid, int margins, int margin) {
    /// How far the zeros reach.
    record Margins(int rows, int along) {}

    static Plane of(int channels, Grid grid, Margins margins) {
        return new Plane(new float[numbers(channels, grid, margins)], channels, grid, margins.rows(), margin(margins));
    }

    /// How many numbers it takes.
    static int numbers(int channels, Grid grid, Margins margins) {
        int rows = Math.multiplyExact(grid.rows() + 2 * margins.rows(), channels);
        int margin = margin(margins);
        // Beyond the last row a tile may be read that it does not fill, with what its columns see.
        return Math.addExact(Math.multiplyExact(rows, stride(grid, margin)), Tile.FIRST + margin + 2 * Tile.WIDTH);
    }

    private static int margin(Margins margins) {
        return lines(margins.along());
    }

    /// From one channel to the next, each at a cache line.
    private static int stride(Grid grid, int margin) {
        return lines(grid.length() + margin);
    }

    private static int lines(int numbers) {
        return Math.ceilDiv(numbers, Tile.LINE) * Tile.LINE;
    }

    /// Sets the zeros around the numbers, where somebody else has worked in the same room.
    void clearMargins() {
        int first = at(0, 0);
        int end = at(0, rows());
        Arrays.fill(values, 0, first, 0);
        for (int at = first; at < end; at += channelStride()) {
            Arrays.fill(values, at + length(), at + channelStride(), 0);
        }
        Arrays.fill(values, end, Math.min(values.length, end + margins * rowStride() + 2 * Tile.WIDTH), 0);
    }

    int rows() {
        return grid.rows();
    }

    int length() {
        return grid.length();
    }

    /// From one channel to the next.
    int channelStride() {
        return stride(grid, margin);
    }

    /// From one row to the next.
    int rowStride() {
        return channels * channelStride();
    }

    /// Where the numbers of a channel in a row begin; the row may lie in the margin.
    int at(int channel, int row) {
        return Tile.FIRST + (row + margins) * rowStride() + channel * channelStride() + margin;
    }

    int at(int channel, Grid.Place place) {
        return at(channel, place.row()) + place.start();
    }

    /// Brings a tile of all channels near.
    ///
    /// @param at where its first channel is
    /// @return   nothing of use
    float touch(int at) {
        return Tile.touch(values, at, channelStride(), channels);
    }

    /// Puts a tile of all channels there, at every so many places.
    void put(float[] tiles, int from, Grid.Place place, int step) {
        int to = at(0, place);
        for (int c = 0; c < channels; c++) {
            if (step == 1) {
                put(tiles, from + c * Tile.WIDTH, place.count(), to);
            } else {
                spread(tiles, from + c * Tile.WIDTH, place.count(), to, step);
            }
            to += channelStride();
        }
    }

    /// Puts numbers of one row of a tile anywhere.
    void put(float[] tile, int from, int count, int to) {
        if (count == Tile.WIDTH) {
            Tile.copy(tile, from, values, to);
        } else {
            System.arraycopy(tile, from, values, to, count);
        }
    }

    /// As above, at every so many places.
    void spread(float[] tile, int from, int count, int to, int step) {
        for (int i = 0; i < count; i++) {
            values[to + i * step] = tile[from + i];
        }
    }

    /// Adds numbers of one row of a tile to every so manieth number.
    void addSpread(float[] tile, int from, int count, int to, int step) {
        for (int i = 0; i < count; i++) {
            values[to + i * step] += tile[from + i];
        }
    }

    /// Brings numbers together of which each lies so far from the one before, as far as the plane goes.
    void gather(int first, int step, float[] to, int toAt, int count) {
        int end = Math.clamp((values.length - first - 1) / step + 1, 0, count);
        for (int i = 0; i < end; i++) {
            to[toAt + i] = values[first + i * step];
        }
    }

    /// Puts GLU of a tile of twice as many channels there, at every so many places.
    void putGlu(float[] tiles, int from, Grid.Place place, int step) {
        if (place.count() == Tile.WIDTH && step == 1) {
            Activations.glu(tiles, from, channels, rows(place));
        } else {
            Activations.glu(tiles, from, channels, new Activations.Rows(tiles, from, Tile.WIDTH));
            put(tiles, from, place, step);
        }
    }

    /// Adds GLU of a tile of twice as many channels to what is there.
    ///
    /// @param norm of the tile
    void addGlu(float[] tile, RowScale norm, Grid.Place place) {
        if (place.count() == Tile.WIDTH) {
            norm.addGlu(tile, Tile.FIRST, rows(place));
        } else {
            float[] gated = Tile.room(channels * Tile.WIDTH);
            norm.addGlu(tile, Tile.FIRST, new Activations.Rows(gated, Tile.FIRST, Tile.WIDTH));
            for (int c = 0; c < channels; c++) {
                add(gated, Tile.FIRST + c * Tile.WIDTH, place.count(), at(c, place));
            }
        }
    }

    private Activations.Rows rows(Grid.Place place) {
        return new Activations.Rows(values, at(0, place), channelStride());
    }

    /// Adds numbers of one row of a tile to numbers anywhere.
    void add(float[] tile, int from, int count, int to) {
        if (count == Tile.WIDTH) {
            Tile.add(tile, from, values, to);
            return;
        }
        for (int i = 0; i < count; i++) {
            values[to + i] += tile[from + i];
        }
    }
}
