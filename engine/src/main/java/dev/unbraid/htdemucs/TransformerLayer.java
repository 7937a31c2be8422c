package dev.unbraid.htdemucs;

import dev.unbraid.vector.Attention;
import dev.unbraid.vector.KeysAndValues;
import dev.unbraid.vector.Moments;
import dev.unbraid.vector.PairMatrix;
import dev.unbraid.vector.Tile;
import dev.unbraid.vector.TileNorms;

import java.util.Arrays;
import java.util.List;

/// One branch's layer of the transformer, norms first: attention and feed-forward, each with LayerScale, and a norm of all.
final class TransformerLayer {
    private final int heads;
    private final Norm beforeQueries;
    private final Norm beforeKeys;
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
        beforeKeys = Norm.of(weights, p + (crosses ? ".norm2" : ".norm1"));
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

    /// What tiles ask with.
    void ask(Tokens x, PairsOfTiles pairs, Scratch scratch) {
        float[] columns = normed(x, pairs, beforeQueries, scratch);
        int at = x.at(pairs.firstTile());
        Arrays.fill(x.queries(), at, x.at(pairs.firstTile() + pairs.tiles()), 0);
        queries.addTimes(pairs.count(), columns, Tile.FIRST, scratch.room(queries.roomNumbers(pairs.count())), x.queries(), at);
    }

    /// What tiles of those that are attended to answer.
    void answer(Tokens x, PairsOfTiles pairs, KeysAndValues to, Scratch scratch) {
        float[] columns = normed(x, pairs, beforeKeys, scratch);
        int numbers = keysAndValues.rows() * Tile.WIDTH;
        float[] result = scratch.result(pairs.tiles() * numbers);
        Arrays.fill(result, Tile.FIRST, Tile.FIRST + pairs.tiles() * numbers, 0);
        keysAndValues.addTimes(pairs.count(), columns, Tile.FIRST, scratch.room(keysAndValues.roomNumbers(pairs.count())), result, Tile.FIRST);
        x.tilesOf(pairs).forEach(tile -> to.put(tile, result, Tile.FIRST + (tile - pairs.firstTile()) * numbers));
    }

    private static float[] normed(Tokens x, PairsOfTiles pairs, Norm norm, Scratch scratch) {
        float[] columns = scratch.columns(pairs.tiles() * x.channels() * Tile.WIDTH);
        for (int i = 0; i < pairs.tiles(); i++) {
            TileNorms.layerNorm(x.values(), x.at(pairs.firstTile() + i), norm.weight, norm.bias, columns, x.at(i));
        }
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
        out.addTimes(pairs.count(), x.heard(), at, scratch.room(out.roomNumbers(pairs.count())), x.values(), at);
        feedForward.addTo(x.values(), at, normed(x, pairs, beforeFeedForward, scratch), pairs, scratch);
    }

    /// What the last norm, which sees all tokens together, is for each channel of a tile.
    RowScale norm(List<Moments> tiles) {
        return last.weight.length == 0 ? RowScale.NONE : RowScale.norm(tiles, last.weight, last.bias);
    }
}
