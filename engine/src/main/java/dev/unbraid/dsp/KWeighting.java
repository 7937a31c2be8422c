package dev.unbraid.dsp;

/// The two filters of ITU-R BS.1770-4 for one channel: the head's shelf, then a high-pass.
///
/// The standard prints coefficients for 48 kHz only. These follow from the analogue prototypes behind them by the
/// bilinear transform, so that every rate hears alike; at 48 kHz they are the standard's own to 1e-9.
final class KWeighting {
    private static final double SHELF_HZ = 1681.974450955533;
    private static final double SHELF_GAIN_DB = 3.999843853973347;
    private static final double SHELF_Q = 0.7071752369554196;
    private static final double HIGH_PASS_HZ = 38.13547087602444;
    private static final double HIGH_PASS_Q = 0.5003270373238773;
    /// Exponent that splits the shelf's gain between its middle and its top.
    private static final double SHELF_MIDDLE = 0.4996667741545416;

    private final Biquad shelf;
    private final Biquad highPass;

    KWeighting(int sampleRate) {
        this.shelf = shelf(sampleRate);
        this.highPass = highPass(sampleRate);
    }

    private static Biquad shelf(int sampleRate) {
        double k = Math.tan(Math.PI * SHELF_HZ / sampleRate);
        double top = Math.pow(10, SHELF_GAIN_DB / 20);
        double middle = Math.pow(top, SHELF_MIDDLE);
        double a0 = 1 + k / SHELF_Q + k * k;
        return new Biquad(
                new double[] {
                    (top + middle * k / SHELF_Q + k * k) / a0,
                    2 * (k * k - top) / a0,
                    (top - middle * k / SHELF_Q + k * k) / a0
                },
                new double[] {2 * (k * k - 1) / a0, (1 - k / SHELF_Q + k * k) / a0});
    }

    private static Biquad highPass(int sampleRate) {
        double k = Math.tan(Math.PI * HIGH_PASS_HZ / sampleRate);
        double a0 = 1 + k / HIGH_PASS_Q + k * k;
        return new Biquad(
                new double[] {1, -2, 1}, new double[] {2 * (k * k - 1) / a0, (1 - k / HIGH_PASS_Q + k * k) / a0});
    }

    double filter(double sample) {
        return highPass.filter(shelf.filter(sample));
    }
}
