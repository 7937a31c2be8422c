package dev.unbraid.htdemucs;

import dev.unbraid.vector.PairMatrix;

import java.util.Arrays;

/// Weights of a linear layer, `[rows, width]`, with its bias.
@SuppressWarnings("ArrayRecordComponent") // only on the way from a checkpoint to what multiplies
record Linear(float[] weight, float[] bias) {
    static Linear of(StateDict weights, String p) {
        return new Linear(weights.weight(p), weights.bias(p));
    }

    int rows() {
        return bias.length;
    }

    Linear someRows(int first, int count) {
        int width = weight.length / rows();
        return new Linear(Arrays.copyOfRange(weight, first * width, (first + count) * width),
                Arrays.copyOfRange(bias, first, first + count));
    }

    /// Each row times a number of its own.
    Linear times(float[] scale) {
        float[] times = weight.clone();
        float[] plus = bias.clone();
        int width = weight.length / rows();
        for (int i = 0; i < times.length; i++) {
            times[i] *= scale[i / width];
        }
        for (int row = 0; row < plus.length; row++) {
            plus[row] *= scale[row];
        }
        return new Linear(times, plus);
    }

    PairMatrix pair() {
        return new PairMatrix(weight, bias);
    }
}
