package dev.unbraid.demo;

import java.util.ArrayList;
import java.util.List;

/// The score of "Line by Line": two bars of intro, four of verse, four of hook, one to end.
final class Song {
    static final Tempo TEMPO = new Tempo(100);
    static final int BARS = 11;
    static final int HOOK = 6;
    static final int LAST = 10;
    static final double SECONDS = 26.8;

    /// One chord: the bass's root, the guitar's strings from low to high, the piano's hand.
    record Chord(int root, List<Integer> strings, List<Integer> keys) {}

    private static final Chord E_MINOR = new Chord(28, List.of(40, 47, 52, 55, 59, 64), List.of(55, 59, 62, 66));
    private static final Chord C = new Chord(36, List.of(48, 52, 55, 60, 64), List.of(52, 55, 59, 64));
    private static final Chord G = new Chord(31, List.of(43, 47, 50, 55, 59, 67), List.of(55, 59, 62, 69));
    private static final Chord D = new Chord(38, List.of(50, 57, 62, 66), List.of(54, 57, 62, 64));
    private static final List<Chord> BY_BAR = List.of(E_MINOR, C, E_MINOR, C, G, D, G, D, E_MINOR, C, G);

    private Song() {}

    static Chord chord(double beat) {
        int bar = (int) (beat / 4);
        // The hook's last bar turns from C to D on its third beat, to lead home.
        return bar == LAST - 1 && beat >= Tempo.beat(bar, 2) ? D : BY_BAR.get(bar);
    }

    static List<Syllable> vocals() {
        return List.of(
                sung(2, 0, 1, 59, "s l oh oo"), sung(2, 1, 0.5, 57, "l ee"), sung(2, 1.5, 1.5, 59, "n aa oo"),
                sung(2, 3.5, 0.5, 57, "dh uh"),
                sung(3, 0, 1, 60, "l aa ih n z"), sung(3, 1, 0.5, 59, "ah n"), sung(3, 1.5, 2, 55, "w aa ih n d"),
                sung(4, 0, 0.5, 59, "w ah n"), sung(4, 0.5, 0.5, 59, "ih z"), sung(4, 1, 1.7, 55, "l oh oo"),
                sung(4, 3, 0.5, 57, "ae n d"), sung(4, 3.5, 0.5, 59, "w ah n"),
                sung(5, 0, 0.5, 60, "ih z"), sung(5, 0.5, 2.2, 62, "l aa ih t"),
                sung(6, 0, 1.5, 62, "oh oo"), sung(6, 1.5, 0.5, 59, "ah n"), sung(6, 2, 1, 62, "b r eh ih d"),
                sung(6, 3, 0.9, 64, "m ee"),
                sung(7, 0, 1, 66, "l aa ih n"), sung(7, 1, 0.5, 64, "b aa ih"), sung(7, 1.5, 2, 62, "l aa ih n"),
                sung(8, 0, 1, 64, "l eh ih"), sung(8, 1, 0.5, 62, "m ee"), sung(8, 1.5, 1.3, 59, "d aa oo n"),
                sung(8, 3, 0.5, 57, "ae n d"), sung(8, 3.5, 0.5, 59, "l eh t"),
                sung(9, 0, 0.5, 60, "ih t"), sung(9, 0.5, 1.4, 64, "oh l"), sung(9, 2, 0.8, 62, "ah n"),
                Syllable.of(Tempo.beat(9, 3), 3.4, 57, "w aa ih n d", 59, 55));
    }

    static List<Note> bass() {
        List<Note> notes = new ArrayList<>();
        for (int bar = 0; bar < LAST; bar++) {
            int root = chord(Tempo.beat(bar, 0)).root();
            int turn = chord(Tempo.beat(bar, 2)).root();
            notes.add(new Note(Tempo.beat(bar, 0), 1.4, root, 1));
            notes.add(new Note(Tempo.beat(bar, 1.5), 0.4, root, 0.75));
            notes.add(new Note(Tempo.beat(bar, 2), 0.9, turn, 0.9));
            int next = chord(Tempo.beat(bar + 1, 0)).root();
            if (bar >= HOOK) {
                notes.add(new Note(Tempo.beat(bar, 3), 0.45, turn + (turn < 33 ? 12 : 7), 0.8));
            }
            notes.add(new Note(Tempo.beat(bar, 3.5), 0.45, next > turn ? next - 2 : next + 2, 0.8));
        }
        notes.add(new Note(Tempo.beat(LAST, 0), 3.5, G.root(), 1));
        return notes;
    }

    static List<Note> piano() {
        List<Note> notes = new ArrayList<>();
        for (int bar = 0; bar < BARS; bar++) {
            chordAt(notes, bar, 0, bar == LAST ? 4.5 : 1.4);
            if (bar == LAST) continue;
            chordAt(notes, bar, 1.5, 0.45);
            chordAt(notes, bar, 2.5, 1.2);
        }
        return notes;
    }

    private static void chordAt(List<Note> notes, int bar, double beat, double beats) {
        double at = Tempo.beat(bar, beat);
        for (int key : chord(at).keys()) notes.add(new Note(at, beats, key, beat == 0 ? 0.9 : 0.65));
    }

    /// Picked eighths in intro and verse, strummed in the hook.
    static List<Note> guitar() {
        List<Note> notes = new ArrayList<>();
        for (int bar = 0; bar < HOOK; bar++) {
            List<Integer> strings = chord(Tempo.beat(bar, 0)).strings();
            for (int eighth = 0; eighth < 8; eighth++) {
                int string = new int[] {0, 2, 3, 1, 3, 2, 3, 1}[eighth] % strings.size();
                notes.add(new Note(Tempo.beat(bar, eighth / 2.0), 1.5, strings.get(string) + (string == 0 ? 0 : 12),
                        eighth % 4 == 0 ? 0.9 : 0.7));
            }
        }
        for (int bar = HOOK; bar < LAST; bar++) {
            for (double beat : new double[] {0, 1, 1.5, 2.5, 3, 3.5}) strum(notes, Tempo.beat(bar, beat), 0.75);
        }
        strum(notes, Tempo.beat(LAST, 0), 4);
        return notes;
    }

    private static void strum(List<Note> notes, double beat, double beats) {
        List<Integer> strings = chord(beat).strings();
        boolean down = beat % 1 == 0;
        for (int i = 0; i < strings.size(); i++) {
            double late = 0.02 * (down ? i : strings.size() - 1 - i);
            notes.add(new Note(beat + late, beats, strings.get(i), down ? 0.85 : 0.6));
        }
    }

    private static Syllable sung(int bar, double beat, double beats, int pitch, String sounds) {
        return Syllable.of(Tempo.beat(bar, beat), beats, pitch, sounds);
    }
}
