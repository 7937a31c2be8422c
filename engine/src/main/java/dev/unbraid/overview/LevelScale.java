package dev.unbraid.overview;

/// Power to a tile's level and back.
final class LevelScale {
    /// What of a float's bits is looked up: its exponent and the first 8 bits of its fraction, 0.02 dB.
    private static final int DROPPED_BITS = 15;
    /// Half a million logarithms a tile would take longer than its transforms.
    private static final byte[] LEVELS = table();

    private LevelScale() {}

    /// @param power not negative; 1 is a sine of full scale
    /// @return unsigned
    static byte level(float power) {
        return LEVELS[Float.floatToRawIntBits(power) >>> DROPPED_BITS];
    }

    private static byte[] table() {
        byte[] table = new byte[1 << (31 - DROPPED_BITS)];
        for (int i = 0; i < table.length; i++) {
            float middle = Float.intBitsToFloat((i << DROPPED_BITS) + (1 << (DROPPED_BITS - 1)));
            double steps = (10 * Math.log10(middle) - SpectrogramTile.LOWEST_DB) / SpectrogramTile.STEP_DB;
            // Not a number becomes 0.
            table[i] = (byte) Math.clamp(Math.round(steps), 0, 255);
        }
        return table;
    }
}
