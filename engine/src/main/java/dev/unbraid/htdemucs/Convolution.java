package dev.unbraid.htdemucs;

/// A convolution of a plane. It answers some places together, a tile of all channels for each: a place of the grid that it is
/// asked for stands for some rows, or for some neighbours along a row.
sealed interface Convolution permits DirectConvolution, TwoTapsAcrossRows, TwoTapsAlongRow, WinogradAcrossRows, WinogradAlongRow {
    /// How many rows it answers together.
    default int rows() {
        return 1;
    }

    /// How many neighbours along the row.
    default int along() {
        return 1;
    }

    /// How many tiles it answers at a time: row by row, those of one row neighbour by neighbour.
    default int tiles() {
        return rows() * along();
    }

    /// From one tile of answers to the next.
    int resultNumbers();

    /// What it is asked for, that all of those are answered.
    default Grid together(Grid answers) {
        return new Grid(Math.ceilDiv(answers.rows(), rows()), Math.ceilDiv(answers.length(), along()));
    }

    /// Where the answers of a tile belong: every [#along] places from there on. Beyond the last row there may be one.
    ///
    /// @param place   of [#together]
    /// @param answers all of them
    default Grid.Place place(Grid.Place place, int tile, Grid answers) {
        int start = place.start() * along() + tile % along();
        int count = Math.clamp(Math.ceilDiv(answers.length() - start, along()), 0, place.count());
        return new Grid.Place(place.row() * rows() + tile / along(), start, count);
    }

    /// @param place of [#together]
    /// @return      the tiles, one after the other, in the scratch
    float[] at(Grid.Place place, Scratch scratch);
}
