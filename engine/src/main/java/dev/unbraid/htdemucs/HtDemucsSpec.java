package dev.unbraid.htdemucs;

import java.util.List;

/// Hyper-parameters of one HTDemucs; names follow the reference's constructor arguments.
///
/// @param sources what it separates, in the order of its output
public record HtDemucsSpec(List<String> sources, Sound sound, Branches branches, DConv dconv, CrossTransformer transformer) {
    public HtDemucsSpec {
        sources = List.copyOf(sources);
    }

    /// @param sampleRate      hertz
    /// @param segmentFrames   length trained on, in frames
    /// @param padsToSegment   whether shorter input is padded to that length (`use_train_segment`)
    public record Sound(int audioChannels, int sampleRate, int segmentFrames, boolean padsToSegment) {}

    /// The two encoders and decoders.
    ///
    /// @param context frames and bins on either side that a decoder's rewrite sees
    public record Branches(int channels, int growth, int depth, int nfft, int stride, int context, Norms norms,
            FrequencyEmbedding embedding) {
        /// @return channels that leave encoder layer `i`
        public int channelsOut(int i) {
            int out = channels;
            for (int layer = 0; layer < i; layer++) {
                out *= growth;
            }
            return out;
        }
    }

    /// @param weight 0: there is none
    /// @param scale  factor on its stored table
    public record FrequencyEmbedding(double weight, double scale) {}

    /// @param starts first layer with group norms; the depth or more: none
    public record Norms(int starts, int groups) {}

    /// @param inEncoder whether encoder layers have a dilated residual branch
    /// @param compress  its channels are the layer's divided by this
    public record DConv(boolean inEncoder, boolean inDecoder, int depth, int compress) {}

    /// @param bottomChannels width of the transformer; 0: that of the last encoder layer
    public record CrossTransformer(int bottomChannels, int layers, int heads, double hiddenScale, Positions positions,
            TransformerNorms norms, Activation activation, LayerOrder order) {}

    /// How the wave branch's tokens are told where they are; the spectral branch's always by 2-D sinusoids.
    public enum PositionKind { SIN, CAPE, SCALED }

    /// @param maxPositions   rows of the learned table
    /// @param weight         factor on every embedding
    /// @param meanNormalized whether cape's positions are counted from their mean
    public record Positions(PositionKind kind, int maxPositions, double maxPeriod, double weight, boolean meanNormalized) {}

    /// Groups of 0 mean a layer norm, or for `outGroups` no norm.
    public record TransformerNorms(InputNorm input, int inputGroups, int layerGroups, boolean first, int outGroups,
            boolean layerScale) {}

    /// Norm of the tokens before the first layer.
    public enum InputNorm { LAYER, GROUP, NONE }

    /// Of the feed-forward part.
    public enum Activation { GELU, RELU }

    /// Which kind of attention layer 0 has; they alternate.
    public enum LayerOrder { SELF_FIRST, CROSS_FIRST }

    /// @return width of the transformer's tokens
    public int transformerChannels() {
        int bottom = transformer.bottomChannels();
        return bottom > 0 ? bottom : branches.channelsOut(branches.depth() - 1);
    }

    /// @return whether transformer layer `i` attends to the other branch
    public boolean isCross(int i) {
        return (i % 2 == 1) == (transformer.order() == LayerOrder.SELF_FIRST);
    }
}
