package dev.unbraid.audio;

/// Ratios as decibels.
public final class Decibels {
    private Decibels() {}

    /// @param amplitude linear amplitude ratio, at least 0
    /// @return dB; minus infinity for 0
    public static double ofAmplitude(double amplitude) {
        return 20 * Math.log10(amplitude);
    }

    /// @param power linear power ratio, at least 0
    /// @return dB; minus infinity for 0
    public static double ofPower(double power) {
        return 10 * Math.log10(power);
    }

    /// @return the linear amplitude ratio of `decibels`
    public static double toAmplitude(double decibels) {
        return Math.pow(10, decibels / 20);
    }
}
