package dev.unbraid.demo;

import java.util.Random;

/// A finger-played electric bass: partials of a plucked string, the high ones dying first.
final class BassGuitar {
    private static final double PLUCKED_AT = 0.18;
    private final Random random;

    BassGuitar(Random random) {
        this.random = random;
    }

    void play(Stereo stem) {
        for (Note note : Song.bass()) stem.add(sound(note), Song.TEMPO.frame(note.beat()), 0.55 * note.velocity(), 0);
    }

    private double[] sound(Note note) {
        double held = Song.TEMPO.seconds(note.beats());
        double[] out = new double[Tempo.frames(held + 0.08)];
        double hertz = note.hertz();
        for (int n = 1; n * hertz < 3_500; n++) {
            double level = Math.sin(Math.PI * n * PLUCKED_AT) / Math.pow(n, 1.25);
            double decay = 1.6 / (1 + 0.35 * n);
            double stiff = n * hertz * Math.sqrt(1 + 0.00012 * n * n);
            double phase = random.nextDouble();
            for (int i = 0; i < out.length; i++) {
                double t = (double) i / Tempo.SAMPLE_RATE;
                out[i] += level * Math.exp(-t / decay) * Math.sin(2 * Math.PI * (stiff * t + (n == 1 ? 0 : phase)));
            }
        }
        Biquad finger = Biquad.bandPass(900, 0.8);
        for (int i = 0; i < out.length; i++) {
            double t = (double) i / Tempo.SAMPLE_RATE;
            double touch = finger.next(random.nextGaussian()) * Math.exp(-t / 0.009);
            double release = t > held ? Math.exp(-(t - held) / 0.018) : 1;
            out[i] = (Math.tanh(1.3 * out[i]) + 0.25 * touch) * Math.min(1, t / 0.004) * release;
        }
        Biquad.highPass(30, 0.7).applyTo(out);
        return out;
    }
}
