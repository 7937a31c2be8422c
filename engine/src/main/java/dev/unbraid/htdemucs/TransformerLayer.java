package dev.unbraid.htdemucs;

import dev.unbraid.vector.Activations;
import dev.unbraid.vector.KeysAndValues;
import dev.unbraid.vector.Moments;
import dev.unbraid.vector.PackedMatrix;
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
    private final PackedMatrix queries;
    private final PackedMatrix keysAndValues;
    private final PackedMatrix out;
    private final PackedMatrix widening;
    private final PackedMatrix narrowing;

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
        float[] weight = weights.floats(attention + ".in_proj_weight");
        float[] bias = weights.floats(attention + ".in_proj_bias");
        int channels = bias.length / 3;
        // As attention takes them: in binary powers, and over the root of a head's width.
        float scale = (float) (1 / (Math.log(2) * Math.sqrt((double) channels / heads)));
        times(weight, 0, channels * channels, scale);
        times(bias, 0, channels, scale);
        queries = new PackedMatrix(Arrays.copyOf(weight, channels * channels), Arrays.copyOf(bias, channels));
        keysAndValues = new PackedMatrix(Arrays.copyOfRange(weight, channels * channels, weight.length),
                Arrays.copyOfRange(bias, channels, bias.length));
        out = scaled(weights, attention + ".out_proj", p + ".gamma_1.scale");
        widening = new PackedMatrix(weights.weight(p + ".linear1"), weights.bias(p + ".linear1"));
        narrowing = scaled(weights, p + ".linear2", p + ".gamma_2.scale");
    }

    private static void times(float[] values, int from, int to, float factor) {
        for (int i = from; i < to; i++) {
            values[i] *= factor;
        }
    }

    /// With LayerScale folded in, where there is one.
    private static PackedMatrix scaled(StateDict weights, String p, String gamma) {
        float[] weight = weights.weight(p);
        float[] bias = weights.bias(p);
        if (weights.has(gamma)) {
            float[] scale = weights.floats(gamma);
            int width = weight.length / bias.length;
            for (int row = 0; row < bias.length; row++) {
                times(weight, row * width, (row + 1) * width, scale[row]);
                bias[row] *= scale[row];
            }
        }
        return new PackedMatrix(weight, bias);
    }

    /// What a tile asks with.
    void ask(Tokens x, int tile, Scratch scratch) {
        float[] columns = normed(x, tile, beforeQueries, scratch);
        queries.times(columns, 0, scratch.result(queries.resultNumbers()));
        System.arraycopy(scratch.result(0), 0, x.queries(), x.at(tile), x.channels() * Tile.WIDTH);
    }

    /// What a tile of those that are attended to answers.
    void answer(Tokens x, int tile, KeysAndValues to, Scratch scratch) {
        float[] columns = normed(x, tile, beforeKeys, scratch);
        float[] result = scratch.result(keysAndValues.resultNumbers());
        keysAndValues.times(columns, 0, result);
        to.put(tile, result);
    }

    private static float[] normed(Tokens x, int tile, Norm norm, Scratch scratch) {
        float[] columns = scratch.columns(x.channels() * Tile.WIDTH);
        TileNorms.layerNorm(x.values(), x.at(tile), norm.weight, norm.bias, columns);
        return columns;
    }

    /// @param part a head of a tile, counted tile by tile for each head
    void attend(Tokens x, KeysAndValues seen, int part, Scratch scratch) {
        int head = part / x.tiles();
        int at = x.at(part % x.tiles()) + head * x.channels() / heads * Tile.WIDTH;
        scratch.attention().attend(seen, head, x.queries(), at, x.heard(), at);
    }

    int heads() {
        return heads;
    }

    /// What follows attention, tile by tile.
    ///
    /// @return what the last norm has to know of the tile
    Moments finish(Tokens x, int tile, Scratch scratch) {
        float[] result = scratch.result(Math.max(out.resultNumbers(), narrowing.resultNumbers()));
        out.times(x.heard(), x.at(tile), result);
        TileNorms.add(x.values(), x.at(tile), result, 0, x.channels());
        float[] columns = normed(x, tile, beforeFeedForward, scratch);
        float[] wide = scratch.second(widening.resultNumbers());
        widening.times(columns, 0, wide);
        Activations.gelu(wide, 0, widening.rows() * Tile.WIDTH);
        narrowing.times(wide, 0, result);
        TileNorms.add(x.values(), x.at(tile), result, 0, x.channels());
        return Moments.of(x.values(), x.at(tile), x.channels(), x.inTile(tile));
    }

    /// What the last norm, which sees all tokens together, is for each channel of a tile.
    RowScale norm(List<Moments> tiles) {
        return last.weight.length == 0 ? RowScale.NONE : RowScale.norm(tiles, last.weight, last.bias);
    }
}
