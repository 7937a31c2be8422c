package dev.unbraid.htdemucs;

import dev.unbraid.vector.Attention;
import dev.unbraid.vector.KeysAndValues;
import dev.unbraid.vector.Moments;
import dev.unbraid.vector.PairColumns;
import dev.unbraid.vector.PairMatrix;
import dev.unbraid.vector.Tile;
import dev.unbraid.vector.TileNorms;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// One branch's layer of the transformer, norms first: attention and feed-forward, each with LayerScale, and a norm of all.
final class TransformerLayer {
    private final int heads;
    private final Norm beforeQueries;
    /// Where the other branch answers; a branch that answers itself normalises what it asks with, and that is all.
    private final Optional<Norm> beforeKeys;
    private final Norm beforeFeedForward;
    private final Norm last;
    private final PairMatrix queries;
    private final PairMatrix keysAndValues;
    private final PairMatrix out;
    private final FeedForward feedForward;

    /// One number for each channel of both; none: no norm.
    @SuppressWarnings("ArrayRecordComponent") // read once per tile
    private record Norm(float[] weight, float[] bias) {
        static Norm of(StateDict weights, String p) {
            return weights.has(p + ".weight")
                    ? new Norm(weights.weight(p), weights.bias(p)) : new Norm(new float[0], new float[0]);
        }
    }

    /// @param p the layer's name
    TransformerLayer(StateDict weights, String p, int heads) {
        this.heads = heads;
        boolean crosses = weights.has(p + ".cross_attn.in_proj_weight");
        String attention = p + (crosses ? ".cross_attn" : ".self_attn");
        beforeQueries = Norm.of(weights, p + ".norm1");
        beforeKeys = crosses ? Optional.of(Norm.of(weights, p + ".norm2")) : Optional.empty();
        beforeFeedForward = Norm.of(weights, p + (crosses ? ".norm3" : ".norm2"));
        last = Norm.of(weights, p + ".norm_out");
        Linear all = new Linear(weights.floats(attention + ".in_proj_weight"), weights.floats(attention + ".in_proj_bias"));
        int channels = all.rows() / 3;
        // As attention takes them: in binary powers, and over the root of a head's width.
        float[] scale = new float[channels];
        Arrays.fill(scale, (float) (1 / (Math.log(2) * Math.sqrt((double) channels / heads))));
        queries = all.someRows(0, channels).times(scale).pair();
        keysAndValues = all.someRows(channels, 2 * channels).pair();
        out = scaled(weights, attention + ".out_proj", p + ".gamma_1.scale").pair();
        feedForward = new FeedForward(Linear.of(weights, p + ".linear1"), scaled(weights, p + ".linear2", p + ".gamma_2.scale"));
    }

    /// With LayerScale folded in, where there is one.
    private static Linear scaled(StateDict weights, String p, String gamma) {
        Linear linear = Linear.of(weights, p);
        return weights.has(gamma) ? linear.times(weights.floats(gamma)) : linear;
    }

    /// What tiles ask with, and what they answer to a layer that attends to them: this one, or the other branch's.
    void ask(Tokens x, PairsOfTiles pairs, TransformerLayer asker, KeysAndValues answers, Scratch scratch) {
        float[] columns = normed(x, pairs, beforeQueries, scratch);
        queries.times(pairs.count(), columns, scratch.room(queries.roomNumbers()), x.queries(), x.at(pairs.firstTile()));
        if (asker.beforeKeys.isPresent()) {
            columns = normed(x, pairs, asker.beforeKeys.get(), scratch);
        }
        asker.keysAndValues.timesTo(pairs.count(), columns, scratch.room(asker.keysAndValues.roomNumbers()), (tile, row, count, from, at) -> {
            if (pairs.firstTile() + tile < x.tiles()) {
                answers.put(pairs.firstTile() + tile, row, count, from, at);
            }
        });
    }

    private static float[] normed(Tokens x, PairsOfTiles pairs, Norm norm, Scratch scratch) {
        float[] tiles = scratch.second(pairs.tiles() * x.channels() * Tile.WIDTH);
        for (int i = 0; i < pairs.tiles(); i++) {
            TileNorms.layerNorm(x.values(), x.at(pairs.firstTile() + i), norm.weight, norm.bias, tiles, x.at(i));
        }
        return columns(x, pairs, tiles, Tile.FIRST, scratch);
    }

    private static float[] columns(Tokens x, PairsOfTiles pairs, float[] tiles, int at, Scratch scratch) {
        float[] columns = scratch.columns(PairColumns.numbers(pairs.count(), x.channels()));
        PairColumns.put(pairs.count(), x.channels(), tiles, at, columns);
        return columns;
    }

    /// How many parts [#attend] has: a head of some tiles each.
    int attentions(Tokens x) {
        return heads * runs(x);
    }

    /// @param part counted run by run for each head
    void attend(Tokens x, KeysAndValues seen, int part, Scratch scratch) {
        int head = part / runs(x);
        int tile = part % runs(x) * Attention.MOST_TILES;
        Attention.Tiles tiles = new Attention.Tiles(x.at(tile) + head * x.channels() / heads * Tile.WIDTH, x.at(1) - x.at(0),
                Math.min(Attention.MOST_TILES, x.tiles() - tile));
        scratch.attention().attend(seen, head, tiles, x.queries(), x.heard());
    }

    private static int runs(Tokens x) {
        return Math.ceilDiv(x.tiles(), Attention.MOST_TILES);
    }

    /// What follows attention.
    void finish(Tokens x, PairsOfTiles pairs, Scratch scratch) {
        int at = x.at(pairs.firstTile());
        out.addTimes(pairs.count(), columns(x, pairs, x.heard(), at, scratch), scratch.room(out.roomNumbers()), x.values(), at);
        feedForward.addTo(x.values(), at, normed(x, pairs, beforeFeedForward, scratch), pairs, scratch);
    }

    /// What the last norm, which sees all tokens together, is for each channel of a tile.
    RowScale norm(List<Moments> tiles) {
        return last.weight.length == 0 ? RowScale.NONE : RowScale.norm(tiles, last.weight, last.bias);
    }
}
