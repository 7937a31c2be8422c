package dev.unbraid.demo;

import java.util.List;
import java.util.Random;

/// Sings a line: turns syllables into a course of the mouth and lets glottis and tract follow it smoothly.
final class Singer {
    private static final double MOUTH_SECONDS = 0.017;
    private static final double VOICE_SECONDS = 0.009;
    private static final double HISS_SECONDS = 0.004;
    private final Random random;
    private final Glottis glottis;
    private final VocalTract tract = new VocalTract();

    Singer(Random random) {
        this.random = random;
        this.glottis = new Glottis(random);
    }

    double[] sing(List<Syllable> line, int frames) {
        Articulation course = new Articulation(line, frames);
        Pitch pitch = new Pitch(line, frames, random);
        double[] out = new double[frames];
        Smooth[] mouth = {new Smooth(MOUTH_SECONDS), new Smooth(MOUTH_SECONDS), new Smooth(MOUTH_SECONDS)};
        Smooth nose = new Smooth(MOUTH_SECONDS);
        Smooth voice = new Smooth(VOICE_SECONDS);
        Smooth breath = new Smooth(VOICE_SECONDS);
        Hiss hiss = new Hiss(random, HISS_SECONDS);
        // A throat has resonances without end, our row only ten: what it lacks on top goes past it.
        Biquad past = Biquad.highPass(5_500, 0.6);
        double[] formants = new double[3];
        for (int i = 0; i < frames; i++) {
            Articulation.Pose pose = course.at(i);
            formants[0] = mouth[0].next(Math.max(pose.tract().f1(), pitch.hertz(i) * 0.95));
            formants[1] = mouth[1].next(pose.tract().f2());
            formants[2] = mouth[2].next(pose.tract().f3());
            double effort = voice.next(pose.source().voice() * pose.level());
            double folds = effort * glottis.next(pitch.hertz(i), 0.55 + 0.35 * effort);
            double air = breath.next(pose.source().breath() * pose.level()) * glottis.breath();
            out[i] = tract.next(folds + air, formants, nose.next(pose.tract().nasality()))
                    + past.next(folds + 1.5 * air) + hiss.next(pose.source(), pose.level());
        }
        return out;
    }

    /// Follows a target without a corner, as muscles do.
    private static final class Smooth {
        private final double rate;
        private double value = Double.NaN;
        private double speed;

        Smooth(double seconds) {
            rate = 1 / (seconds * Tempo.SAMPLE_RATE);
        }

        double next(double target) {
            if (Double.isNaN(value)) value = target;
            speed += rate * rate * (target - value) - 2 * rate * speed;
            value += speed;
            return value;
        }
    }

    /// Noise at a narrowing near the teeth or lips; a new centre takes effect while it is silent.
    private static final class Hiss {
        private final Random random;
        private final Smooth level;
        private double hertz;
        private Biquad band = Biquad.bandPass(6_000, 1.1);

        Hiss(Random random, double seconds) {
            this.random = random;
            this.level = new Smooth(seconds);
        }

        double next(Phoneme.Source source, double loudness) {
            if (source.hiss() > 0 && source.hissHertz() != hertz) {
                hertz = source.hissHertz();
                band = Biquad.bandPass(hertz, 1.1);
            }
            return band.next(random.nextGaussian()) * level.next(source.hiss() * loudness);
        }
    }
}
