package dev.unbraid.htdemucs;

import dev.unbraid.vector.PackedMatrix;

import java.util.ArrayList;
import java.util.List;

/// One of the two encoders with its decoder.
///
/// @param input  what enters, normalised
/// @param skips  what leaves each layer of the encoder; the decoder adds to it on its way back
/// @param output what leaves
record VectorBranch(Plane input, List<Plane> skips, Plane output, List<EncoderLayer> encoder, List<DecoderLayer> decoder) {
    static VectorBranch spectral(HtDemucsSpec spec, StateDict weights, Grid grid) {
        return new Builder(spec, weights, DecoderLayer.Direction.ACROSS_ROWS).build(grid);
    }

    static VectorBranch wave(HtDemucsSpec spec, StateDict weights, Grid grid) {
        return new Builder(spec, weights, DecoderLayer.Direction.ALONG_ROW).build(grid);
    }

    /// What leaves the encoder.
    Plane innermost() {
        return skips.getLast();
    }

    /// @return whether it came to its end
    boolean encode(Crew crew, GoOn goOn) {
        for (EncoderLayer layer : encoder) {
            if (!goOn.ask()) {
                return false;
            }
            layer.run(crew);
        }
        return true;
    }

    /// As [#encode].
    boolean decode(Crew crew, GoOn goOn) {
        for (int i = 0; i < decoder.size(); i++) {
            if (!goOn.ask()) {
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

        private Neighbourhood stretched(Neighbourhood.Axis axis) {
            return isSpectral() ? new Neighbourhood(axis, Neighbourhood.Axis.POINT)
                    : new Neighbourhood(Neighbourhood.Axis.POINT, axis);
        }

        private Plane plane(int channels, Grid grid) {
            // As far as a kernel reaches beyond an edge, with what the last stride lacks.
            int reach = Math.max(2 * stride(), Math.max(spec.branches().context(), 1 << spec.dconv().depth()));
            return Plane.of(channels, grid, new Plane.Margins(isSpectral() ? Math.max(stride(), spec.branches().context()) : 0, reach));
        }

        VectorBranch build(Grid grid) {
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
                Grid next = isSpectral() ? new Grid(Math.ceilDiv(last.rows(), stride()), last.length())
                        : new Grid(1, Math.ceilDiv(last.length(), stride()));
                Plane out = plane(spec.branches().channelsOut(i), next);
                encoder.add(encoder(prefix + "encoder." + i, last, out));
                skips.add(out);
                last = out;
            }
            for (int i = 0; i < depth; i++) {
                decoder.add(decoder(prefix + "decoder." + i, skips.get(depth - 1 - i),
                        i == depth - 1 ? DecoderLayer.Position.LAST : DecoderLayer.Position.INNER));
            }
            return new VectorBranch(input, skips, plane(sound * spec.sources().size(), grid), encoder, decoder);
        }

        private EncoderLayer encoder(String p, Plane in, Plane out) {
            Neighbourhood.Axis strided = new Neighbourhood.Axis(2 * stride(), stride(), 1, stride() / 2);
            return new EncoderLayer(new Convolution(packed(p + ".conv"), stretched(strided), in), dconv(p, out),
                    new Convolution(packed(p + ".rewrite"), Neighbourhood.POINT, out),
                    isSpectral() && p.endsWith(".0") ? embedding() : new float[0], out);
        }

        private DecoderLayer decoder(String p, Plane x, DecoderLayer.Position position) {
            Neighbourhood.Axis context = Neighbourhood.Axis.around(1 + 2 * spec.branches().context(), 1);
            Neighbourhood around = new Neighbourhood(isSpectral() ? context : Neighbourhood.Axis.POINT, context);
            Plane mid = plane(x.channels(), x.grid());
            Convolution transposed = new Convolution(
                    transposed(p + ".conv_tr"), stretched(new Neighbourhood.Axis(2, 1, 1, 1)), mid);
            return new DecoderLayer(new Convolution(packed(p + ".rewrite"), around, x), dconv(p, mid), mid, transposed,
                    stride(), direction, position);
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
        private PackedMatrix transposed(String p) {
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
            return new PackedMatrix(to, biases);
        }

        /// Every so manieth number, to every second place.
        private static void spread(float[] from, int fromAt, int step, float[] to, int toAt, int count) {
            for (int i = 0; i < count; i++) {
                to[toAt + 2 * i] = from[fromAt + i * step];
            }
        }

        /// `[channels, bins]`, as it is added; empty: there is none.
        private float[] embedding() {
            String name = "freq_emb.embedding.weight";
            if (!weights.has(name)) {
                return new float[0];
            }
            // [bins, channels]
            float[] table = weights.floats(name);
            int channels = spec.branches().channels();
            int bins = table.length / channels;
            float scale = (float) (spec.branches().embedding().scale() * spec.branches().embedding().weight());
            float[] embedding = new float[table.length];
            for (int c = 0; c < channels; c++) {
                for (int bin = 0; bin < bins; bin++) {
                    embedding[c * bins + bin] = scale * table[bin * channels + c];
                }
            }
            return embedding;
        }
    }
}
