package dev.unbraid.demo;

/// The mouth, throat and nose as resonators in a row, after Klatt. The first three move, the others are the singer's own.
final class VocalTract {
    private static final double[] HIGH = {3_280, 3_850, 4_700, 5_700, 6_800, 7_900, 9_200};
    private static final double[] HIGH_WIDTH = {220, 280, 320, 380, 450, 550, 700};
    private static final double NOSE = 270;
    private static final int UPDATE_EVERY = 16;
    private final Resonance[] mouth = new Resonance[3 + HIGH.length];
    private final Resonance nose = new Resonance();
    private final Resonance noseZero = new Resonance();
    private int frame;

    VocalTract() {
        for (int k = 0; k < mouth.length; k++) mouth[k] = new Resonance();
        for (int k = 0; k < HIGH.length; k++) mouth[3 + k].tune(HIGH[k], HIGH_WIDTH[k]);
        nose.tune(NOSE, 100);
    }

    double next(double in, double[] formants, double nasality) {
        if (frame++ % UPDATE_EVERY == 0) {
            mouth[0].tune(formants[0], 70 + 60 * nasality);
            mouth[1].tune(formants[1], 90 + 120 * nasality);
            mouth[2].tune(formants[2], 150 + 120 * nasality);
            noseZero.tune(NOSE + 420 * nasality, 100);
        }
        double x = nose.resonate(noseZero.cancel(in));
        for (Resonance formant : mouth) x = formant.resonate(x);
        return x;
    }

    /// A pole pair with gain 1 at 0 Hz, or the zero pair that would undo it.
    private static final class Resonance {
        private double a = 1;
        private double b;
        private double c;
        private double past1;
        private double past2;

        void tune(double hertz, double width) {
            c = -Math.exp(-2 * Math.PI * width / Tempo.SAMPLE_RATE);
            b = 2 * Math.exp(-Math.PI * width / Tempo.SAMPLE_RATE) * Math.cos(2 * Math.PI * hertz / Tempo.SAMPLE_RATE);
            a = 1 - b - c;
        }

        double resonate(double x) {
            double y = a * x + b * past1 + c * past2;
            past2 = past1;
            past1 = y;
            return y;
        }

        double cancel(double x) {
            double y = (x - b * past1 - c * past2) / a;
            past2 = past1;
            past1 = x;
            return y;
        }
    }
}
