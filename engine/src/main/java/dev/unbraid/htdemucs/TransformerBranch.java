package dev.unbraid.htdemucs;

import dev.unbraid.vector.KeysAndValues;
import dev.unbraid.vector.Moments;
import dev.unbraid.vector.PackedMatrix;
import dev.unbraid.vector.Tile;
import dev.unbraid.vector.TileNorms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// One branch on its way through the transformer. A step is that of a tile or a pair of tiles, on any
/// thread, but for [#begin] and [#settle].
final class TransformerBranch {
    private static final String NAME = "crosstransformer.";

    private final Plane plane;
    private final Tokens tokens;
    /// To the transformer's width, where that is not the encoder's.
    private final Optional<PackedMatrix> up;
    private final Optional<PackedMatrix> down;
    private final float[] normInWeight;
    private final float[] normInBias;
    private final float[] positions;
    private final List<TransformerLayer> layers = new ArrayList<>();
    private final KeysAndValues seen;
    private final Moments[] moments;
    /// The norm after the latest layer, which the next step carries out.
    private RowScale norm = RowScale.NONE;

    /// @param suffix    of the names of its weights
    /// @param plane     of its last encoder layer
    /// @param positions as [PositionTable] makes them
    TransformerBranch(HtDemucsSpec spec, StateDict weights, String suffix, Plane plane, float[] positions) {
        this.plane = plane;
        this.positions = positions;
        int channels = spec.transformerChannels();
        int heads = spec.transformer().heads();
        tokens = Tokens.of(plane.rows() * plane.length(), channels);
        seen = new KeysAndValues(tokens.count(), heads, channels / heads);
        moments = new Moments[tokens.tiles()];
        up = map(weights, "channel_upsampler" + suffix);
        down = map(weights, "channel_downsampler" + suffix);
        normInWeight = weights.weight(NAME + "norm_in" + suffix);
        normInBias = weights.bias(NAME + "norm_in" + suffix);
        for (int i = 0; i < spec.transformer().layers(); i++) {
            layers.add(new TransformerLayer(weights, "%slayers%s.%d".formatted(NAME, suffix, i), heads));
        }
    }

    private static Optional<PackedMatrix> map(StateDict weights, String p) {
        return weights.has(p + ".weight")
                ? Optional.of(new PackedMatrix(weights.weight(p), weights.bias(p))) : Optional.empty();
    }

    int tiles() {
        return tokens.tiles();
    }

    int pairs() {
        return tokens.pairs();
    }

    TransformerLayer layer(int i) {
        return layers.get(i);
    }

    /// Makes tokens of the plane: norm and position.
    void enter(int tile, Scratch scratch) {
        float[] x = scratch.columns(plane.channels() * Tile.WIDTH);
        Arrays.fill(x, Tile.FIRST, Tile.FIRST + plane.channels() * Tile.WIDTH, 0);
        for (Run run : runs(tile)) {
            for (int c = 0; c < plane.channels(); c++) {
                System.arraycopy(plane.values(), run.inPlane + c * plane.channelStride(),
                        x, Tile.FIRST + c * Tile.WIDTH + run.inTile, run.count);
            }
        }
        if (up.isPresent()) {
            float[] result = scratch.result(up.get().resultNumbers());
            up.get().times(x, Tile.FIRST, result);
            x = result;
        }
        float[] out = scratch.second(tokens.channels() * Tile.WIDTH);
        TileNorms.layerNorm(x, Tile.FIRST, normInWeight, normInBias, out, Tile.FIRST);
        TileNorms.add(out, Tile.FIRST, positions, tokens.at(tile), tokens.channels());
        System.arraycopy(out, Tile.FIRST, tokens.values(), tokens.at(tile), tokens.channels() * Tile.WIDTH);
    }

    /// What a layer asks with, and what it answers to whoever attends to it.
    ///
    /// @param asker the layer of the branch that attends to this one
    void ask(int i, TransformerLayer asker, PairsOfTiles pairs, Scratch scratch) {
        tokens.tilesOf(pairs).forEach(tile -> norm.apply(tokens.values(), tokens.at(tile)));
        layers.get(i).ask(tokens, pairs, asker, seen, scratch);
    }

    /// How many parts [#attend] has.
    int attentions() {
        return layers.getFirst().attentions(tokens);
    }

    void attend(int i, TransformerBranch other, int part, Scratch scratch) {
        layers.get(i).attend(tokens, other.seen, part, scratch);
    }

    void finish(int i, PairsOfTiles pairs, Scratch scratch) {
        layers.get(i).finish(tokens, pairs, scratch);
        tokens.tilesOf(pairs).forEach(tile -> moments[tile] =
                Moments.of(tokens.values(), tokens.at(tile), tokens.channels(), tokens.inTile(tile)));
    }

    /// When all pairs are finished.
    void settle(int i) {
        norm = layers.get(i).norm(List.of(moments));
    }

    /// Adds the tokens to the plane: the decoder takes the sum of both.
    void leave(int tile, Scratch scratch) {
        norm.apply(tokens.values(), tokens.at(tile));
        float[] result = scratch.result(down.map(PackedMatrix::resultNumbers).orElse(tokens.channels() * Tile.WIDTH));
        if (down.isPresent()) {
            down.get().times(tokens.values(), tokens.at(tile), result);
        } else {
            System.arraycopy(tokens.values(), tokens.at(tile), result, Tile.FIRST, tokens.channels() * Tile.WIDTH);
        }
        float[] values = plane.values();
        for (Run run : runs(tile)) {
            for (int c = 0; c < plane.channels(); c++) {
                int to = run.inPlane + c * plane.channelStride();
                int from = Tile.FIRST + c * Tile.WIDTH + run.inTile;
                for (int i = 0; i < run.count; i++) {
                    values[to + i] += result[from + i];
                }
            }
        }
    }

    /// Forgets what a segment has left.
    void begin() {
        norm = RowScale.NONE;
        tokens.clearSpare();
    }

    /// Tokens of a tile that follow one another in a row of the plane.
    private record Run(int inTile, int inPlane, int count) {}

    /// Tokens are counted row by row.
    private List<Run> runs(int tile) {
        List<Run> runs = new ArrayList<>();
        int end = tokens.inTile(tile);
        for (int i = 0; i < end;) {
            int token = tile * Tile.WIDTH + i;
            int inRow = token % plane.length();
            int count = Math.min(end - i, plane.length() - inRow);
            runs.add(new Run(i, plane.at(0, token / plane.length()) + inRow, count));
            i += count;
        }
        return runs;
    }
}
