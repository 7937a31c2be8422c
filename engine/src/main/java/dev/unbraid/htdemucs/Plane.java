package dev.unbraid.htdemucs;

import dev.unbraid.vector.Tile;

/// Rows of channels of numbers, `[rows, channels, length]`: in the spectral branch a row is a bin and runs along the columns,
/// in the wave branch there is one row, which runs along the frames. Around them are zeros, so that a convolution may look
/// beyond an edge.
///
/// @param margins rows before the first and after the last that are zeros
/// @param margin  zeros before and after the numbers of a channel; two channels share them
@SuppressWarnings("ArrayRecordComponent") // the room that layers work in
record Plane(float[] values, int channels, Grid grid, int margins, int margin) {
    /// How far the zeros reach.
    record Margins(int rows, int along) {}

    static Plane of(int channels, Grid grid, Margins margins) {
        int rows = Math.multiplyExact(grid.rows() + 2 * margins.rows(), channels);
        // Beyond the last row a tile may be read that it does not fill.
        int numbers = Math.addExact(Math.multiplyExact(rows, grid.length() + margins.along()), margins.along() + Tile.WIDTH);
        return new Plane(new float[numbers], channels, grid, margins.rows(), margins.along());
    }

    int rows() {
        return grid.rows();
    }

    int length() {
        return grid.length();
    }

    /// From one channel to the next.
    int channelStride() {
        return length() + margin;
    }

    /// From one row to the next.
    int rowStride() {
        return channels * channelStride();
    }

    /// Where the numbers of a channel in a row begin; the row may lie in the margin.
    int at(int channel, int row) {
        return (row + margins) * rowStride() + channel * channelStride() + margin;
    }

    int at(int channel, Grid.Place place) {
        return at(channel, place.row()) + place.start();
    }

    /// Puts a tile of all channels there.
    void put(float[] tile, Grid.Place place) {
        int to = at(0, place);
        for (int c = 0; c < channels; c++) {
            put(tile, c, place.count(), to);
            to += channelStride();
        }
    }

    /// Puts one row of a tile anywhere.
    void put(float[] tile, int row, int count, int to) {
        if (count == Tile.WIDTH) {
            Tile.copy(tile, row * Tile.WIDTH, values, to);
        } else {
            System.arraycopy(tile, row * Tile.WIDTH, values, to, count);
        }
    }

    /// Adds a tile of all channels to what is there.
    void add(float[] tile, Grid.Place place) {
        int to = at(0, place);
        for (int c = 0; c < channels; c++) {
            add(tile, c, place.count(), to);
            to += channelStride();
        }
    }

    /// Adds one row of a tile to numbers anywhere.
    void add(float[] tile, int row, int count, int to) {
        int from = row * Tile.WIDTH;
        if (count == Tile.WIDTH) {
            Tile.add(tile, from, values, to);
            return;
        }
        for (int i = 0; i < count; i++) {
            values[to + i] += tile[from + i];
        }
    }
}
