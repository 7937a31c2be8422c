package dev.unbraid.demo;

/// A second-order filter, in the transposed direct form; formulas of the audio EQ cookbook.
final class Biquad {
    private final double b0;
    private final double b1;
    private final double b2;
    private final double[] a;
    private double z1;
    private double z2;

    private Biquad(double[] b, double[] a) {
        b0 = b[0] / a[0];
        b1 = b[1] / a[0];
        b2 = b[2] / a[0];
        this.a = new double[] {a[1] / a[0], a[2] / a[0]};
    }

    static Biquad lowPass(double hertz, double q) {
        double w = angle(hertz);
        double c = Math.cos(w);
        return new Biquad(new double[] {(1 - c) / 2, 1 - c, (1 - c) / 2}, poles(w, q));
    }

    static Biquad highPass(double hertz, double q) {
        double w = angle(hertz);
        double c = Math.cos(w);
        return new Biquad(new double[] {(1 + c) / 2, -1 - c, (1 + c) / 2}, poles(w, q));
    }

    /// Gain 1 at the centre.
    static Biquad bandPass(double hertz, double q) {
        double w = angle(hertz);
        double alpha = Math.sin(w) / (2 * q);
        return new Biquad(new double[] {alpha, 0, -alpha}, poles(w, q));
    }

    static Biquad peak(double hertz, double q, double gainDb) {
        double w = angle(hertz);
        double gain = Math.pow(10, gainDb / 40);
        double alpha = Math.sin(w) / (2 * q);
        return new Biquad(new double[] {1 + alpha * gain, -2 * Math.cos(w), 1 - alpha * gain},
                new double[] {1 + alpha / gain, -2 * Math.cos(w), 1 - alpha / gain});
    }

    double next(double x) {
        double y = b0 * x + z1;
        z1 = b1 * x - a[0] * y + z2;
        z2 = b2 * x - a[1] * y;
        return y;
    }

    Biquad applyTo(double[] samples) {
        for (int i = 0; i < samples.length; i++) samples[i] = next(samples[i]);
        return this;
    }

    private static double angle(double hertz) {
        return 2 * Math.PI * hertz / Tempo.SAMPLE_RATE;
    }

    private static double[] poles(double w, double q) {
        double alpha = Math.sin(w) / (2 * q);
        return new double[] {1 + alpha, -2 * Math.cos(w), 1 - alpha};
    }
}
