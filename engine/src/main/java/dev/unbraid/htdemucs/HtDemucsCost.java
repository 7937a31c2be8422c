package dev.unbraid.htdemucs;

import java.util.List;

/// What one segment costs a network in arithmetic: convolutions, products and attention, as the reference writes them.
/// Norms, activations and both Fourier transforms are not in it; they are memory traffic rather than arithmetic.
///
/// @param flop            floating-point operations; a multiplication and an addition are two
/// @param choosableFlop those of them whose precision can be chosen: the transformer's products and its attention, and what
///                      `prepare.py` narrows of the spectral decoder
public record HtDemucsCost(double flop, double choosableFlop) {
    /// Taps of the dilated convolutions.
    private static final int DCONV_TAPS = 3;

    /// One of the two branches at a layer.
    ///
    /// @param positions bins times columns, or steps of the wave, that leave the encoder's layer
    /// @param in        channels that enter the encoder there
    /// @param decoded   channels that leave the decoder there
    /// @param taps      of the decoder's rewrite
    private record Place(double positions, int in, int decoded, double taps) {}

    public static HtDemucsCost of(HtDemucsSpec spec) {
        HtDemucsSpec.Branches branches = spec.branches();
        int hop = branches.nfft() / 4;
        int columns = Math.ceilDiv(spec.sound().segmentFrames(), hop);
        int bins = 2 * hop;
        int steps = spec.sound().segmentFrames();
        int sound = spec.sound().audioChannels();
        double context = 1 + 2.0 * branches.context();
        double convolutions = 0;
        double choosable = 0;
        for (int i = 0; i < branches.depth(); i++) {
            bins /= branches.stride();
            steps = Math.ceilDiv(steps, branches.stride());
            int in = i == 0 ? sound : branches.channelsOut(i - 1);
            int decoded = i == 0 ? sound * spec.sources().size() : in;
            // Complex as channels: the spectral branch has two numbers where the wave has one.
            int complex = i == 0 ? 2 : 1;
            Place spectral = new Place((double) bins * columns, complex * in, complex * decoded, context * context);
            Place wave = new Place(steps, in, decoded, context);
            convolutions += layer(spec, i, spectral) + layer(spec, i, wave);
            choosable += choosable(spec, i, spectral);
        }
        if (spec.transformer().layers() == 0) {
            return new HtDemucsCost(convolutions, choosable);
        }
        double transformer = transformer(spec, (double) bins * columns, steps);
        double maps = channelMaps(spec, (double) bins * columns + steps);
        return new HtDemucsCost(convolutions + maps + transformer, choosable + transformer);
    }

    /// Encoder and decoder of one branch.
    private static double layer(HtDemucsSpec spec, int layer, Place place) {
        double out = spec.branches().channelsOut(layer);
        double kernel = 2.0 * spec.branches().stride();
        double ends = out * kernel * (place.in() + place.decoded());
        double rewrites = 2 * out * out * (1 + place.taps());
        int dconvs = (spec.dconv().inEncoder() ? 1 : 0) + (spec.dconv().inDecoder() ? 1 : 0);
        double hidden = Math.floor(out / spec.dconv().compress());
        double dconv = dconvs * spec.dconv().depth() * (DCONV_TAPS + 2) * out * hidden;
        return 2 * place.positions() * (ends + rewrites + dconv);
    }

    /// Of the spectral decoder, whose last layer keeps its precision, and whose last but one does but for its rewrite.
    private static double choosable(HtDemucsSpec spec, int layer, Place place) {
        double out = spec.branches().channelsOut(layer);
        double rewrite = layer >= 1 ? 2 * out * out * place.taps() : 0;
        double transposed = layer >= 2 ? out * 2 * spec.branches().stride() * place.decoded() : 0;
        return 2 * place.positions() * (rewrite + transposed);
    }

    /// To the transformer's width and back.
    private static double channelMaps(HtDemucsSpec spec, double tokens) {
        int bottom = spec.transformer().bottomChannels();
        return 2.0 * 2 * tokens * bottom * spec.branches().channelsOut(spec.branches().depth() - 1);
    }

    private static double transformer(HtDemucsSpec spec, double spectral, double wave) {
        double flop = 0;
        for (int i = 0; i < spec.transformer().layers(); i++) {
            for (List<Double> sides : List.of(List.of(spectral, wave), List.of(wave, spectral))) {
                double own = sides.getFirst();
                flop += transformerLayer(spec, own, spec.isCross(i) ? sides.getLast() : own);
            }
        }
        return flop;
    }

    /// @param own  tokens that ask
    /// @param seen tokens that they attend to
    private static double transformerLayer(HtDemucsSpec spec, double own, double seen) {
        double width = spec.transformerChannels();
        double hidden = Math.floor(width * spec.transformer().hiddenScale());
        double projections = width * width * (2 * own + 2 * seen);
        double attention = 2 * own * seen * width;
        double feedForward = 2 * own * width * hidden;
        return 2 * (projections + attention + feedForward);
    }
}
