package dev.unbraid.dsp;

/// The largest absolute sample.
public final class Peak {
    private Peak() {}

    /// @return of `length` samples from `samples[offset ..]`, linear, at least 0; not a number if one of them is none
    public static float of(float[] samples, int offset, int length) {
        // Without their signs, floats are ordered as their bits are; of whole numbers the compiler compares many at a time.
        int most = 0;
        for (int i = offset; i < offset + length; i++) {
            most = Math.max(most, Float.floatToRawIntBits(samples[i]) & Integer.MAX_VALUE);
        }
        return Float.intBitsToFloat(most);
    }
}
