package dev.unbraid.demo;

import java.util.Random;

/// A steel-string guitar: a burst of noise in a tuned delay line, after Karplus and Strong, in a wooden body.
final class SteelGuitar {
    private static final double PICKED_AT = 0.13;
    private final Random random;

    SteelGuitar(Random random) {
        this.random = random;
    }

    /// Two players, one on either side, who never strike quite together.
    void play(Stereo stem) {
        for (double side : new double[] {-0.6, 0.65}) {
            for (Note note : Song.guitar()) {
                double late = 0.004 + 0.004 * random.nextDouble();
                stem.add(sound(note), Song.TEMPO.frame(note.beat()) + Tempo.frames(late), 0.26 * note.velocity(), side);
            }
        }
    }

    private double[] sound(Note note) {
        double held = Song.TEMPO.seconds(note.beats());
        double[] out = new double[Tempo.frames(held + 0.25)];
        double period = Tempo.SAMPLE_RATE / note.hertz() * (1 + 0.0006 * random.nextGaussian());
        double[] line = pick(period);
        // The averaging below delays by half a sample; the all-pass tunes what is left of the period.
        double fraction = period - 0.5 - line.length;
        double tuning = (1 - fraction) / (1 + fraction);
        double loss = Math.pow(10, -3 * period / Tempo.SAMPLE_RATE / 3.2);
        double last = 0;
        double lastIn = 0;
        double lastOut = 0;
        for (int i = 0; i < out.length; i++) {
            int at = i % line.length;
            double now = line[at];
            double average = loss * (0.5 * now + 0.5 * last);
            last = now;
            lastOut = tuning * (average - lastOut) + lastIn;
            lastIn = average;
            line[at] = lastOut;
            double t = (double) i / Tempo.SAMPLE_RATE;
            out[i] = now * (t > held ? Math.exp(-(t - held) / 0.05) : 1);
        }
        Biquad.peak(110, 1.5, 3).applyTo(out);
        Biquad.peak(215, 2, 3).applyTo(out);
        Biquad.highPass(90, 0.7).applyTo(out);
        return out;
    }

    private double[] pick(double period) {
        double[] line = new double[(int) Math.floor(period - 0.8)];
        Biquad soft = Biquad.lowPass(5_500, 0.6);
        for (int i = 0; i < line.length; i++) line[i] = soft.next(2 * random.nextDouble() - 1);
        double[] struck = line.clone();
        int comb = (int) (PICKED_AT * line.length);
        double mean = 0;
        for (int i = 0; i < line.length; i++) {
            struck[i] -= line[(i + line.length - comb) % line.length];
            mean += struck[i] / line.length;
        }
        for (int i = 0; i < line.length; i++) struck[i] -= mean;
        return struck;
    }
}
