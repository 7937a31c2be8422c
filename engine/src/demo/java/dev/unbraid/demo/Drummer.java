package dev.unbraid.demo;

import java.util.Random;

/// Plays the drum part: a straight beat, fills that lead into verse, hook and ending, and one last stroke.
final class Drummer {
    private final Random random;
    private final DrumKit kit;
    private final Stereo stem;

    Drummer(Random random, Stereo stem) {
        this.random = random;
        this.kit = new DrumKit(random);
        this.stem = stem;
    }

    void play() {
        for (int bar = 0; bar < Song.LAST; bar++) {
            beat(bar, bar == 1 || bar == Song.HOOK - 1 || bar == Song.LAST - 1 ? 3 : 4);
        }
        fillOnSnare(1);
        fillOnToms(Song.HOOK - 1);
        fillOnSnare(Song.LAST - 1);
        crash(2);
        crash(Song.HOOK);
        crash(Song.LAST);
        stroke(kit.kick(), Tempo.beat(Song.LAST, 0), 0.95, 0);
    }

    private void beat(int bar, double until) {
        double[] kicks = bar < Song.HOOK ? new double[] {0, 2, 2.5} : new double[] {0, 1.5, 2, 2.5};
        for (double beat : kicks) if (beat < until) stroke(kit.kick(), Tempo.beat(bar, beat), 0.95, 0);
        for (double beat : new double[] {1, 3}) {
            if (beat < until) stroke(kit.snare(), Tempo.beat(bar, beat), 0.8, 0.05);
        }
        if (bar > 1 && until > 3.5) stroke(kit.snare(), Tempo.beat(bar, 3.75), 0.14, 0.05);
        for (double beat = 0; beat < until; beat += 0.5) {
            double accent = beat % 1 == 0 ? 0.30 : 0.19;
            boolean open = bar >= Song.HOOK && beat == 3.5;
            stroke(kit.cymbal(open ? 0.16 : 0.035, 6_500), Tempo.beat(bar, beat), accent, 0.5);
        }
    }

    private void fillOnSnare(int bar) {
        for (int i = 0; i < 4; i++) stroke(kit.snare(), Tempo.beat(bar, 3 + i / 4.0), 0.4 + 0.12 * i, 0.05);
        stroke(kit.kick(), Tempo.beat(bar, 3), 0.8, 0);
    }

    private void fillOnToms(int bar) {
        double[] hertz = {165, 165, 122, 88};
        for (int i = 0; i < hertz.length; i++) {
            stroke(kit.tom(hertz[i]), Tempo.beat(bar, 3 + i / 4.0), 0.75, -0.45 + 0.3 * i);
        }
        stroke(kit.kick(), Tempo.beat(bar, 3), 0.8, 0);
    }

    private void crash(int bar) {
        stroke(kit.cymbal(0.7, 3_800), Tempo.beat(bar, 0), 0.42, -0.4);
    }

    private void stroke(double[] sound, double beat, double gain, double pan) {
        double late = Math.max(0, 0.003 * random.nextGaussian());
        stem.add(sound, Song.TEMPO.frame(beat) + Tempo.frames(late), gain * (1 + 0.05 * random.nextGaussian()), pan);
    }
}
