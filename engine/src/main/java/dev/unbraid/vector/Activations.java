package dev.unbraid.vector;

/// Functions of single numbers. Lengths are multiples of [Tile#WIDTH].
public final class Activations {
    private Activations() {}

    /// Gaussian error linear unit, in place. The error function after Abramowitz and Stegun 7.1.26, within 1.5e-7.
    public static void gelu(float[] x, int at, int length) {
        for (int i = at; i < at + length; i += Lanes.COUNT) {
            LaneFunctions.gelu(Lanes.load(x, i)).intoArray(x, i);
        }
    }

    /// Gated linear unit: the first half of `2 * length` numbers times the sigmoid of the second, in place of the first.
    public static void glu(float[] x, int at, int length) {
        for (int i = at; i < at + length; i += Lanes.COUNT) {
            Lanes.load(x, i).mul(LaneFunctions.sigmoid(Lanes.load(x, i + length))).intoArray(x, i);
        }
    }
}
