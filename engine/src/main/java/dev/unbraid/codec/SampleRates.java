package dev.unbraid.codec;

import java.math.BigInteger;

/// From one sample rate to another, in hertz.
record SampleRates(int from, int to) {
    /// @return `round(frames * to / from)`
    long converted(long frames) {
        return Math.floorDiv(2 * Math.multiplyExact(frames, to) + from, 2L * from);
    }

    /// @return the smallest number of frames at `from` that lasts as long as whole frames at `to`
    int period() {
        return from / greatestCommonDivisor();
    }

    /// @return the different positions that frames at `to` take between those at `from`
    int phases() {
        return to / greatestCommonDivisor();
    }

    private int greatestCommonDivisor() {
        return BigInteger.valueOf(from).gcd(BigInteger.valueOf(to)).intValueExact();
    }
}
