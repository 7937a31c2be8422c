package dev.unbraid.demo;

import java.util.ArrayList;
import java.util.List;

/// The course of the mouth through a line of syllables. Vowels begin on the beat; the consonants before them come early.
final class Articulation {
    private static final double DIPHTHONG_TURN = 0.72;
    private static final double LONGEST_TURN_SECONDS = 0.26;
    private static final double RELEASE_SECONDS = 0.12;
    private final Pose[] poses;

    /// How mouth and sources stand at one moment, and how loud the singer means to be.
    record Pose(Phoneme.Tract tract, Phoneme.Source source, double level) {
        Pose silent() {
            return new Pose(tract, Phoneme.Source.SILENT, level);
        }
    }

    private record Span(double from, Phoneme phoneme) {}

    Articulation(List<Syllable> line, int frames) {
        poses = new Pose[frames];
        write(line);
    }

    private void write(List<Syllable> line) {
        Pose rest = new Pose(line.getFirst().sounds().getFirst().tract(), Phoneme.Source.SILENT, 1);
        int written = 0;
        for (int k = 0; k < line.size(); k++) {
            double limit = k + 1 < line.size() ? onsetSeconds(line.get(k + 1)) : Double.MAX_VALUE;
            double end = Math.min(limit, Song.TEMPO.seconds(line.get(k).beat() + line.get(k).beats()));
            List<Span> spans = spans(line.get(k), end);
            for (int s = 0; s < spans.size(); s++) {
                int until = Tempo.frames(s + 1 < spans.size() ? spans.get(s + 1).from() : end);
                int from = Tempo.frames(spans.get(s).from());
                for (; written < from; written++) poses[written] = rest;
                Phoneme now = spans.get(s).phoneme();
                for (; written < until; written++) {
                    poses[written] = new Pose(now.tract(), now.source(), level(line.get(k), written));
                    rest = poses[written].silent();
                }
            }
            if (limit - end > 0.2) written = letGo(written);
        }
        for (; written < poses.length; written++) poses[written] = rest;
    }

    /// Before a rest the voice dies away rather than stops; a breathed consonant has ended already.
    private int letGo(int frame) {
        Pose last = poses[frame - 1];
        if (last.source().voice() < 0.3) return frame;
        int until = frame + Tempo.frames(RELEASE_SECONDS);
        for (int i = frame; i < until; i++) {
            double left = (until - i) / (double) (until - frame);
            poses[i] = new Pose(last.tract(), last.source(), last.level() * left * left);
        }
        return until;
    }

    Pose at(int frame) {
        return poses[frame];
    }

    private static double onsetSeconds(Syllable syllable) {
        double early = syllable.onset().stream().mapToDouble(Phoneme::seconds).sum();
        return Song.TEMPO.seconds(syllable.beat()) - early;
    }

    private static List<Span> spans(Syllable syllable, double end) {
        List<Span> spans = new ArrayList<>();
        double at = onsetSeconds(syllable);
        for (Phoneme consonant : syllable.onset()) {
            spans.add(new Span(at, consonant));
            at += consonant.seconds();
        }
        double coda = end - syllable.coda().stream().mapToDouble(Phoneme::seconds).sum();
        spans.add(new Span(at, syllable.vowels().getFirst()));
        if (syllable.vowels().size() == 2) {
            double turn = Math.max(at + DIPHTHONG_TURN * (coda - at) - 0.05, coda - LONGEST_TURN_SECONDS);
            spans.add(new Span(turn, syllable.vowels().getLast()));
        }
        for (Phoneme consonant : syllable.coda()) {
            spans.add(new Span(coda, consonant));
            coda += consonant.seconds();
        }
        return spans;
    }

    /// A long note swells a little and lets go.
    private static double level(Syllable syllable, int frame) {
        double through = (frame - Song.TEMPO.frame(syllable.beat())) / (double) Song.TEMPO.frame(syllable.beats());
        double loud = syllable.beat() >= Tempo.beat(Song.HOOK, 0) ? 1.0 : 0.85;
        double swell = syllable.beats() < 1 ? 0.9 : 0.86 + 0.18 * Math.sin(Math.PI * Math.clamp(through, 0, 1));
        double ending = syllable.beats() > 3 ? 1 - 0.6 * Math.clamp((through - 0.5) / 0.5, 0, 1) : 1;
        return loud * swell * ending;
    }
}
