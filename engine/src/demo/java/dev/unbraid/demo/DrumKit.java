package dev.unbraid.demo;

import java.util.Random;

/// The sounds of the drum kit, each made anew for every stroke so that no two are alike.
final class DrumKit {
    private final Random random;

    DrumKit(Random random) {
        this.random = random;
    }

    double[] kick() {
        double[] out = new double[Tempo.frames(0.42)];
        double phase = 0;
        Biquad beater = Biquad.bandPass(3_200, 0.8);
        for (int i = 0; i < out.length; i++) {
            double t = seconds(i);
            phase += (50 + 70 * Math.exp(-t / 0.022) + 90 * Math.exp(-t / 0.005)) / Tempo.SAMPLE_RATE;
            double click = beater.next(noise()) * Math.exp(-t / 0.004);
            out[i] = Math.tanh(1.5 * Math.sin(2 * Math.PI * phase) * Math.exp(-t / 0.13)) + 1.1 * click;
        }
        Biquad.highPass(28, 0.7).applyTo(out);
        return faded(out);
    }

    double[] snare() {
        double[] out = new double[Tempo.frames(0.36)];
        Biquad low = Biquad.highPass(900, 0.7);
        Biquad wires = Biquad.peak(4_800, 0.8, 5);
        double tune = 1 + 0.01 * noise();
        for (int i = 0; i < out.length; i++) {
            double t = seconds(i);
            double shell = Math.sin(2 * Math.PI * 192 * tune * t + 2 * Math.exp(-t / 0.01)) * Math.exp(-t / 0.07)
                    + 0.6 * Math.sin(2 * Math.PI * 331 * tune * t) * Math.exp(-t / 0.045);
            double rattle = wires.next(low.next(noise()));
            out[i] = 0.75 * shell + 0.75 * rattle * (0.6 * Math.exp(-t / 0.075) + 0.7 * Math.exp(-t / 0.012));
        }
        return faded(out);
    }

    /// @param decaySeconds 0.03 for a closed hat, 0.25 for an open one, 1 for a crash
    double[] cymbal(double decaySeconds, double lowestHertz) {
        double[] out = new double[Tempo.frames(Math.min(2.6, decaySeconds * 5 + 0.02))];
        double[] hertz = {5_123, 6_311, 7_457, 8_219, 9_647, 11_393};
        Biquad high = Biquad.highPass(lowestHertz, 0.7);
        Biquad higher = Biquad.highPass(lowestHertz, 0.7);
        double offset = random.nextDouble();
        for (int i = 0; i < out.length; i++) {
            double t = seconds(i);
            double ring = 0;
            for (double f : hertz) ring += Math.sin(2 * Math.PI * f * t + 3 * Math.sin(2 * Math.PI * f * 0.371 * t + offset));
            double stick = 1 + 1.2 * Math.exp(-t / 0.006);
            out[i] = higher.next(high.next(0.09 * ring + 0.75 * noise())) * stick * Math.exp(-t / decaySeconds);
        }
        return faded(out);
    }

    double[] tom(double hertz) {
        double[] out = new double[Tempo.frames(0.5)];
        double phase = 0;
        Biquad skin = Biquad.bandPass(hertz * 9, 0.7);
        for (int i = 0; i < out.length; i++) {
            double t = seconds(i);
            phase += hertz * (1 + 0.35 * Math.exp(-t / 0.04)) / Tempo.SAMPLE_RATE;
            out[i] = Math.sin(2 * Math.PI * phase) * Math.exp(-t / 0.16)
                    + 0.35 * Math.sin(2 * Math.PI * phase * 1.59) * Math.exp(-t / 0.07)
                    + 0.8 * skin.next(noise()) * Math.exp(-t / 0.012);
        }
        return faded(out);
    }

    private double noise() {
        return 2 * random.nextDouble() - 1;
    }

    private static double seconds(int frame) {
        return (double) frame / Tempo.SAMPLE_RATE;
    }

    private static double[] faded(double[] out) {
        int fade = Math.min(out.length, 1_000);
        for (int i = 0; i < fade; i++) out[out.length - 1 - i] *= i / (double) fade;
        return out;
    }
}
