package dev.unbraid.htdemucs;

import dev.unbraid.vector.Tile;

/// Rows of numbers, taken a run of tiles at a time: whoever takes one after the other finds the next in a cache.
record Grid(int rows, int length) {
    private static final int MOST_TILES_IN_RUN = 8;
    /// As many that nobody waits long for the last one.
    private static final int RUNS_ENOUGH = 64;

    private int tilesInRun() {
        return Math.clamp((long) rows * tilesInRow() / RUNS_ENOUGH, 1, MOST_TILES_IN_RUN);
    }

    int tilesInRow() {
        return Tile.count(length);
    }

    private int runsInRow() {
        return Math.ceilDiv(tilesInRow(), tilesInRun());
    }

    int runs() {
        return rows * runsInRow();
    }

    /// Where a tile lies.
    ///
    /// @param count how many of its columns are within the row
    record Place(int row, int start, int count) {}

    /// @param tile of that row
    Place place(int row, int tile) {
        int start = tile * Tile.WIDTH;
        return new Place(row, start, Math.min(Tile.WIDTH, length - start));
    }

    /// Work on a tile.
    @FunctionalInterface
    interface Work {
        void at(Place place);
    }

    /// Works on all tiles of a run.
    void run(int run, Work work) {
        int first = run % runsInRow() * tilesInRun();
        work(run / runsInRow(), first, Math.min(tilesInRow(), first + tilesInRun()), work);
    }

    /// Works on all tiles of a row.
    void row(int row, Work work) {
        work(row, 0, tilesInRow(), work);
    }

    private void work(int row, int first, int end, Work work) {
        for (int tile = first; tile < end; tile++) {
            work.at(place(row, tile));
        }
    }
}
