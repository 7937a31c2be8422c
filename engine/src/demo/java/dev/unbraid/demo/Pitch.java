package dev.unbraid.demo;

import java.util.List;
import java.util.Random;

/// The pitch a singer holds: glides between notes, scoops into a phrase, wavers, and sways once a note is long enough.
final class Pitch {
    private static final double GLIDE_SECONDS = 0.022;
    private static final double SCOOP = 1.2;
    private final double[] semitones;
    private final Random random;
    private double speed;

    Pitch(List<Syllable> line, int frames, Random random) {
        this.random = random;
        this.semitones = new double[frames];
        double[] age = new double[frames];
        write(line, age);
        waver(age);
    }

    double hertz(int frame) {
        return Note.hertz(semitones[frame]);
    }

    private void write(List<Syllable> line, double[] age) {
        double sung = line.getFirst().pitch();
        double end = 0;
        int written = 0;
        for (Syllable syllable : line) {
            if (syllable.beat() - end > 0.4) {
                int silent = Song.TEMPO.frame(syllable.beat()) - Tempo.frames(0.21);
                for (; written < silent; written++) hold(written, sung, age);
                sung = syllable.pitch() - SCOOP;
                semitones[written - 1] = sung;
            }
            int parts = 1 + syllable.melisma().size();
            for (int part = 0; part < parts; part++) {
                double at = syllable.beat() + part * syllable.beats() / parts;
                // Singers reach the new pitch about when the vowel begins, so the glide sets out before it.
                int first = Song.TEMPO.frame(at) - Tempo.frames(0.045);
                for (; written < first; written++) hold(written, sung, age);
                age[written - 1] = 0;
                sung = part == 0 ? syllable.pitch() : syllable.melisma().get(part - 1);
            }
            end = syllable.beat() + syllable.beats();
        }
        for (; written < semitones.length; written++) hold(written, sung, age);
    }

    private void hold(int frame, double target, double[] age) {
        double was = frame == 0 ? target : semitones[frame - 1];
        double rate = 1 / (GLIDE_SECONDS * Tempo.SAMPLE_RATE);
        speed += rate * rate * (target - was) - 2 * rate * speed;
        semitones[frame] = was + speed;
        age[frame] = frame == 0 ? 0 : age[frame - 1] + 1.0 / Tempo.SAMPLE_RATE;
    }

    private void waver(double[] age) {
        double drift = 0;
        double phase = 0;
        double rate = 5.4;
        for (int i = 0; i < semitones.length; i++) {
            drift += 0.0009 * random.nextGaussian() - 0.0001 * drift;
            if (i % 4_410 == 0) rate = 5.4 + 0.25 * random.nextGaussian();
            phase += rate / Tempo.SAMPLE_RATE;
            double grown = Math.clamp((age[i] - 0.28) / 0.5, 0, 1);
            semitones[i] += drift + 0.38 * grown * Math.sin(2 * Math.PI * phase);
        }
    }
}
