package dev.unbraid.demo;

import java.util.Random;

/// The vocal folds: Rosenberg's pulse of air, never twice the same, with breath that comes while they are open.
final class Glottis {
    private static final double OPENING = 0.42;
    private static final double CLOSING = 0.17;
    private final Random random;
    private double phase;
    private double flow;
    private double jitter = 1;
    private double shimmer = 1;
    private double soft;

    Glottis(Random random) {
        this.random = random;
    }

    /// The change of air flow during one frame: taking the difference of the flow, not its slope at a point, keeps aliases low.
    double next(double hertz, double brightness) {
        phase += hertz * jitter / Tempo.SAMPLE_RATE;
        if (phase >= 1) {
            phase -= 1;
            jitter = 1 + 0.004 * random.nextGaussian();
            shimmer = 1 + 0.03 * random.nextGaussian();
        }
        double was = flow;
        flow = shimmer * pulse(phase);
        double change = (flow - was) * Tempo.SAMPLE_RATE / hertz / 6;
        soft += brightness * (change - soft);
        return soft;
    }

    double breath() {
        return random.nextGaussian() * (0.35 + 0.65 * pulse(phase));
    }

    private static double pulse(double phase) {
        if (phase < OPENING) return 0.5 * (1 - Math.cos(Math.PI * phase / OPENING));
        if (phase < OPENING + CLOSING) return Math.cos(0.5 * Math.PI * (phase - OPENING) / CLOSING);
        return 0;
    }
}
