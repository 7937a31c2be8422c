package dev.unbraid.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;

/// Functions of each lane by itself. Powers are right to about two units in the last place: a sixth coefficient would halve that, and
/// attention's powers take a tenth longer then.
final class LaneFunctions {
    /// Added and taken away again, it rounds to a whole number, which its last bits hold meanwhile.
    private static final float ROUNDING = 0x1.8p23f;
    private static final int MANTISSA_BITS = 23;
    private static final float LOG2_E = 1.442695f;
    /// Powers end here: what is multiplied with them stays an ordinary number. Those that are too small for one take some
    /// processors a hundred times as long, in every product that they come to.
    static final float ENOUGH = 100;
    private static final float ERF_P = 0.3275911f;
    private static final float ROOT_HALF = 0.70710677f;

    private LaneFunctions() {}

    /// 2 to the power of x, which is at most 127; what is below -100 is taken for that.
    static FloatVector exp2(FloatVector x) {
        return exp2Within(Lanes.larger(x, Lanes.all(-ENOUGH)));
    }

    /// As [#exp2] of what is not below -100. The coefficients have the least relative error, 9.2e-8, that there is with 1 for a
    /// power of nothing.
    static FloatVector exp2Within(FloatVector x) {
        FloatVector shifted = x.add(ROUNDING);
        FloatVector rest = x.sub(shifted.sub(ROUNDING));
        FloatVector y = rest.fma(Lanes.all(0.0013264727f), Lanes.all(0.009671513f))
                .fma(rest, Lanes.all(0.055507336f))
                .fma(rest, Lanes.all(0.24022242f))
                .fma(rest, Lanes.all(0.693147f));
        return doubled(y.fma(rest, Lanes.all(1)), shifted);
    }

    /// As often as the last bits of `times` say, by adding to the exponent.
    private static FloatVector doubled(FloatVector y, FloatVector times) {
        return y.reinterpretAsInts()
                .add(times.reinterpretAsInts().lanewise(VectorOperators.LSHL, MANTISSA_BITS))
                .reinterpretAsFloats();
    }

    /// Gaussian error linear unit. The error function after Abramowitz and Stegun 7.1.26, within 1.5e-7.
    static FloatVector gelu(FloatVector x) {
        FloatVector size = x.abs();
        FloatVector bell = exp2(x.mul(x).mul(-0.5f * LOG2_E));
        FloatVector t = Lanes.all(1).div(size.fma(Lanes.all(ERF_P * ROOT_HALF), Lanes.all(1)));
        FloatVector tail = t.fma(Lanes.all(1.0614054f), Lanes.all(-1.4531521f))
                .fma(t, Lanes.all(1.4214138f))
                .fma(t, Lanes.all(-0.28449672f))
                .fma(t, Lanes.all(0.2548296f))
                .mul(t).mul(bell);
        return size.mul(-0.5f).fma(tail, Lanes.larger(x, Lanes.all(0)));
    }

    static FloatVector sigmoid(FloatVector x) {
        return Lanes.all(1).div(exp2(Lanes.smaller(x.mul(-LOG2_E), Lanes.all(ENOUGH))).add(1));
    }
}
