package dev.unbraid.htdemucs;

import dev.unbraid.vector.PairColumns;
import dev.unbraid.vector.PairMatrix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The feed-forward of a transformer's layer, some tiles at a time. Half as many of its hidden channels as there are channels are
/// worked on at a time: then all that takes part stays in a cache.
final class FeedForward {
    private final List<Part> parts = new ArrayList<>();

    /// Some hidden channels.
    private record Part(PairMatrix widening, PairMatrix narrowing) {}

    /// @param widening  `[hidden, channels]`, with its bias
    /// @param narrowing `[channels, hidden]`
    FeedForward(Linear widening, Linear narrowing) {
        int channels = narrowing.rows();
        int hidden = widening.rows();
        int half = channels / 2;
        int each = hidden % half == 0 && PairMatrix.suits(half, channels) && PairMatrix.suits(channels, half) ? half : hidden;
        for (int first = 0; first < hidden; first += each) {
            // The bias is added once.
            float[] bias = first == 0 ? narrowing.bias() : new float[channels];
            parts.add(new Part(widening.someRows(first, each).pair(),
                    new Linear(columns(narrowing.weight(), hidden, first, each), bias).pair()));
        }
    }

    /// Whether all products of a transformer's layers can take pairs of tiles.
    static boolean suits(HtDemucsSpec spec) {
        int channels = spec.transformerChannels();
        int hidden = (int) (channels * spec.transformer().hiddenScale());
        return PairMatrix.suits(channels, hidden) && PairMatrix.suits(hidden, channels);
    }

    private static float[] columns(float[] weight, int width, int first, int count) {
        float[] columns = new float[weight.length / width * count];
        for (int row = 0; row < weight.length / width; row++) {
            System.arraycopy(weight, row * width + first, columns, row * count, count);
        }
        return columns;
    }

    /// Adds what it makes of tiles to others.
    ///
    /// @param columns as [PairColumns] puts them
    void addTo(float[] out, int outAt, float[] columns, PairsOfTiles pairs, Scratch scratch) {
        int count = pairs.count();
        for (Part part : parts) {
            float[] hidden = scratch.result(PairColumns.numbers(count, part.widening.rows()));
            part.widening.timesGelu(count, columns, scratch.room(part.widening.roomNumbers()), hidden);
            part.narrowing.addTimes(count, hidden, scratch.room(part.narrowing.roomNumbers()), out, outAt);
        }
    }
}
