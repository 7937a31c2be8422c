package dev.unbraid.demo;

import java.util.List;

/// One sung syllable.
///
/// @param beat     where its vowel begins, in beats since the beginning of the song
/// @param beats    how long it is held
/// @param pitch    MIDI key number
/// @param sounds   the sounds in order, as [Phoneme] spells them
/// @param melisma  further pitches on the same vowel, each given an equal share of the time
record Syllable(double beat, double beats, int pitch, List<Phoneme> sounds, List<Integer> melisma) {
    static Syllable of(double beat, double beats, int pitch, String sounds, Integer... melisma) {
        return new Syllable(beat, beats, pitch, Phoneme.spell(sounds), List.of(melisma));
    }

    List<Phoneme> onset() {
        return sounds.subList(0, firstVowel());
    }

    List<Phoneme> vowels() {
        return sounds.subList(firstVowel(), lastVowel() + 1);
    }

    List<Phoneme> coda() {
        return sounds.subList(lastVowel() + 1, sounds.size());
    }

    private int firstVowel() {
        int i = 0;
        while (!sounds.get(i).isVowel()) i++;
        return i;
    }

    private int lastVowel() {
        int i = sounds.size() - 1;
        while (!sounds.get(i).isVowel()) i--;
        return i;
    }
}
