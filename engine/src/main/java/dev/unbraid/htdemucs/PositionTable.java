package dev.unbraid.htdemucs;

import dev.unbraid.vector.Tile;

/// What tells tokens where they are, as [Tokens] lie.
final class PositionTable {
    private PositionTable() {}

    @FunctionalInterface
    private interface Entry {
        double at(int token, int channel);
    }

    /// Interleaved sines and cosines, the first half of the channels for time, the second for frequency.
    static float[] spectral(HtDemucsSpec spec, int bins, int columns) {
        int half = spec.transformerChannels() / 2;
        double fall = -Math.log(spec.transformer().positions().maxPeriod()) / half;
        return table(spec, bins * columns, (token, channel) -> {
            int place = channel < half ? token % columns : token / columns;
            int i = channel % half;
            double phase = place * Math.exp((i - i % 2) * fall);
            return i % 2 == 0 ? Math.sin(phase) : Math.cos(phase);
        });
    }

    /// All cosines, then all sines; or the learned table.
    static float[] wave(HtDemucsSpec spec, StateDict weights, int count) {
        HtDemucsSpec.Positions positions = spec.transformer().positions();
        int channels = spec.transformerChannels();
        if (positions.kind() == HtDemucsSpec.PositionKind.SCALED) {
            float[] learned = weights.floats("crosstransformer.position_embeddings.embedding.weight");
            return table(spec, count, (token, channel) -> 3 * learned[token * channels + channel]);
        }
        int half = channels / 2;
        boolean centred = positions.kind() == HtDemucsSpec.PositionKind.CAPE && positions.meanNormalized();
        double middle = centred ? (count - 1) / 2.0 : 0;
        return table(spec, count, (token, channel) -> {
            double phase = (token - middle) / Math.pow(positions.maxPeriod(), channel % half / (half - 1.0));
            return channel < half ? Math.cos(phase) : Math.sin(phase);
        });
    }

    private static float[] table(HtDemucsSpec spec, int count, Entry entry) {
        int channels = spec.transformerChannels();
        double weight = spec.transformer().positions().weight();
        float[] table = Tile.room(Tile.count(count) * channels * Tile.WIDTH);
        for (int token = 0; token < count; token++) {
            int to = Tile.FIRST + token / Tile.WIDTH * channels * Tile.WIDTH + token % Tile.WIDTH;
            for (int c = 0; c < channels; c++) {
                table[to + c * Tile.WIDTH] = (float) (weight * entry.at(token, c));
            }
        }
        return table;
    }
}
