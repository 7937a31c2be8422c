package dev.unbraid.htdemucs;

import dev.unbraid.vector.PackedMatrix;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/// One of the two encoders with its decoder.
///
/// @param input  what enters, normalised
/// @param skips  what leaves each layer of the encoder; the decoder adds to it on its way back
/// @param output what leaves
record VectorBranch(Plane input, List<Plane> skips, Plane output, List<EncoderLayer> encoder, List<DecoderLayer> decoder) {
    /// Both branches, spectral and wave, for inputs of those grids; one works after the other.
    static List<VectorBranch> both(HtDemucsSpec spec, StateDict weights, Grid spectral, Grid wave) {
        Builder first = new Builder(spec, weights, DecoderLayer.Direction.ACROSS_ROWS);
        Builder second = new Builder(spec, weights, DecoderLayer.Direction.ALONG_ROW);
        float[] mid = new float[Math.max(first.midNumbers(spectral), second.midNumbers(wave))];
        return List.of(first.build(spectral, mid), second.build(wave, mid));
    }

    /// What leaves the encoder.
    Plane innermost() {
        return skips.getLast();
    }

    /// @return whether it came to its end
    boolean encode(Crew crew, BooleanSupplier goOn) {
        for (EncoderLayer layer : encoder) {
            if (!goOn.getAsBoolean()) {
                return false;
            }
            layer.run(crew);
        }
        return true;
    }

    /// As [#encode].
    boolean decode(Crew crew, BooleanSupplier goOn) {
        for (int i = 0; i < decoder.size(); i++) {
            if (!goOn.getAsBoolean()) {
                return false;
            }
            decoder.get(i).run(i == decoder.size() - 1 ? output : skips.get(skips.size() - 2 - i), crew);
        }
        return true;
    }

    private record Builder(HtDemucsSpec spec, StateDict weights, DecoderLayer.Direction direction) {
        private boolean isSpectral() {
            return direction == DecoderLayer.Direction.ACROSS_ROWS;
        }

        private int stride() {
            return spec.branches().stride();
        }

        /// @param two its kernel, two strides long
        private Convolution twoTaps(Linear two, int step, int before, Plane x) {
            return isSpectral() ? new TwoTapsAcrossRows(two, step, before, x) : new TwoTapsAlongRow(two, step, before, x);
        }

        private Plane.Margins margins() {
            // As far as a kernel reaches beyond an edge, with what the last stride lacks, and an answer beyond the last.
            int reach = Math.max(2 * stride(), Math.max(spec.branches().context(), 1 << spec.dconv().depth()));
            return new Plane.Margins(isSpectral() ? Math.max(2, Math.max(stride(), spec.branches().context())) : 0, reach);
        }

        private Plane plane(int channels, Grid grid) {
            return Plane.of(channels, grid, margins());
        }

        /// Of what leaves an encoder layer.
        private Grid next(Grid grid) {
            return isSpectral() ? new Grid(Math.ceilDiv(grid.rows(), stride()), grid.length())
                    : new Grid(1, Math.ceilDiv(grid.length(), stride()));
        }

        /// What the largest of a decoder's layers works in.
        int midNumbers(Grid grid) {
            int most = 0;
            Grid last = grid;
            for (int i = 0; i < spec.branches().depth(); i++) {
                last = next(last);
                most = Math.max(most, Plane.numbers(spec.branches().channelsOut(i), last, margins()));
            }
            return most;
        }

        VectorBranch build(Grid grid, float[] mid) {
            // Complex as channels: the spectral branch has two numbers where the wave has one.
            int sound = spec.sound().audioChannels() * (isSpectral() ? 2 : 1);
            String prefix = isSpectral() ? "" : "t";
            int depth = spec.branches().depth();
            Plane input = plane(sound, grid);
            List<Plane> skips = new ArrayList<>();
            List<EncoderLayer> encoder = new ArrayList<>();
            List<DecoderLayer> decoder = new ArrayList<>();
            Plane last = input;
            for (int i = 0; i < depth; i++) {
                Plane out = plane(spec.branches().channelsOut(i), next(last.grid()));
                encoder.add(encoder(prefix + "encoder." + i, last, out));
                skips.add(out);
                last = out;
            }
            for (int i = 0; i < depth; i++) {
                Plane x = skips.get(depth - 1 - i);
                Plane room = new Plane(mid, x.channels(), x.grid(), x.margins(), x.margin());
                decoder.add(decoder(prefix + "decoder." + i, x, room,
                        i == depth - 1 ? DecoderLayer.Position.LAST : DecoderLayer.Position.INNER));
            }
            return new VectorBranch(input, skips, plane(sound * spec.sources().size(), grid), encoder, decoder);
        }

        private EncoderLayer encoder(String p, Plane in, Plane out) {
            return new EncoderLayer(twoTaps(Linear.of(weights, p + ".conv"), stride(), stride() / 2, in), dconv(p, out),
                    new DirectConvolution(packed(p + ".rewrite"), Neighbourhood.POINT, out),
                    isSpectral() && p.endsWith(".0") ? embedding() : new float[0], out);
        }

        private DecoderLayer decoder(String p, Plane x, Plane mid, DecoderLayer.Position position) {
            return new DecoderLayer(rewrite(p + ".rewrite", x), dconv(p, mid), mid,
                    twoTaps(transposed(p + ".conv_tr"), 1, 1, mid), stride(), direction, position);
        }

        private Convolution rewrite(String p, Plane x) {
            int taps = 1 + 2 * spec.branches().context();
            Neighbourhood.Axis context = new Neighbourhood.Axis(taps, 1);
            if (isSpectral()) {
                return WinogradAcrossRows.suits(x, taps) ? new WinogradAcrossRows(Linear.of(weights, p), taps, x)
                        : new DirectConvolution(packed(p), new Neighbourhood(context, context), x);
            }
            return WinogradAlongRow.suits(taps) ? new WinogradAlongRow(Linear.of(weights, p), x)
                    : new DirectConvolution(packed(p), new Neighbourhood(Neighbourhood.Axis.POINT, context), x);
        }

        private PackedMatrix packed(String p) {
            return new PackedMatrix(weights.weight(p), weights.bias(p));
        }

        private List<DilatedBranch> dconv(String p, Plane x) {
            List<DilatedBranch> branches = new ArrayList<>();
            for (int d = 0; d < spec.dconv().depth(); d++) {
                String q = p + ".dconv.layers." + d;
                if (weights.has(q + ".0.weight")) {
                    branches.add(new DilatedBranch(weights, q, 1 << d, x));
                }
            }
            return branches;
        }

        /// `[C, C', 2 * stride]` as a convolution over the place before and the place itself: `[C' * stride, C * 2]`
        private Linear transposed(String p) {
            float[] from = weights.weight(p);
            float[] bias = weights.bias(p);
            int out = bias.length;
            int in = from.length / out / 2 / stride();
            float[] to = new float[from.length];
            float[] biases = new float[out * stride()];
            for (int row = 0; row < out * stride(); row++) {
                biases[row] = bias[row / stride()];
                int kernel = row / stride() * 2 * stride() + row % stride();
                spread(from, kernel + stride(), 2 * stride() * out, to, row * 2 * in, in);
                spread(from, kernel, 2 * stride() * out, to, row * 2 * in + 1, in);
            }
            return new Linear(to, biases);
        }

        /// Every so manieth number, to every second place.
        private static void spread(float[] from, int fromAt, int step, float[] to, int toAt, int count) {
            for (int i = 0; i < count; i++) {
                to[toAt + 2 * i] = from[fromAt + i * step];
            }
        }

        /// `[bins, channels]`, as it is added; empty: there is none.
        private float[] embedding() {
            String name = "freq_emb.embedding.weight";
            if (!weights.has(name)) {
                return new float[0];
            }
            float[] embedding = weights.floats(name);
            float scale = (float) (spec.branches().embedding().scale() * spec.branches().embedding().weight());
            for (int i = 0; i < embedding.length; i++) {
                embedding[i] *= scale;
            }
            return embedding;
        }
    }
}
