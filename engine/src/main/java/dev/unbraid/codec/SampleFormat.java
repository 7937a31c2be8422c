package dev.unbraid.codec;

/// How a sample is stored.
public enum SampleFormat {
    PCM_16(16),
    PCM_24(24),
    FLOAT_32(32);

    private final int bits;

    SampleFormat(int bits) {
        this.bits = bits;
    }

    public int bits() {
        return bits;
    }
}
