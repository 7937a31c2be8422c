package dev.unbraid.overview;

import dev.unbraid.assets.AudioAsset;

import java.util.BitSet;
import java.util.Optional;

/// Makes tiles slice by slice. For one thread at a time.
final class TileMaker {
    /// After this a tile is shown as far as it is, and what is most wanted by then comes next.
    private static final long SLICE_NANOS = 40_000_000;

    private Optional<Tools> tools = Optional.empty();

    private record Tools(SpectrogramSettings settings, int channels, ColumnMaker maker) {}

    /// Makes as many of the columns `missing` as a slice of time allows, at least one.
    ///
    /// @param staying columns whose frames have come to stay, as of before this is called
    MadeTile grow(MadeTile known, AudioAsset sound, BitSet missing, BitSet staying) {
        ColumnGrid grid = new ColumnGrid(known.tile().key());
        ColumnMaker maker = toolsFor(grid.key().settings(), sound.spec().channels());
        byte[] levels = known.levelsFor(missing.length());
        BitSet made = (BitSet) known.made().clone();
        BitSet left = (BitSet) missing.clone();
        BitSet nowMade = new BitSet();
        long end = System.nanoTime() + SLICE_NANOS;
        do {
            int from = left.nextSetBit(0);
            int to = Math.min(left.nextClearBit(from), from + maker.mostColumns(grid));
            maker.make(sound, grid, from, to, levels);
            nowMade.set(from, to);
            left.clear(from, to);
        } while (!left.isEmpty() && System.nanoTime() < end);
        made.or(nowMade);
        var tile = new SpectrogramTile(grid.key(), made.length(), known.tile().bins(), levels);
        return new MadeTile(tile, made, known.settledWith(nowMade, staying), left.isEmpty(), System.nanoTime());
    }

    private ColumnMaker toolsFor(SpectrogramSettings settings, int channels) {
        Tools fitting = tools.filter(it -> it.settings.equals(settings) && it.channels == channels)
                .orElseGet(() -> new Tools(settings, channels, ColumnMaker.of(settings, channels)));
        tools = Optional.of(fitting);
        return fitting.maker;
    }
}
