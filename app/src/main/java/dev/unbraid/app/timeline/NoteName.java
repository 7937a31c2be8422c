package dev.unbraid.app.timeline;

import java.util.List;

/// The note of the tempered scale (A4 is 440 Hz) that is nearest to a frequency.
///
/// @param name  such as `D6` or `F♯3`
/// @param cents that the frequency lies above it, −50 to 50
record NoteName(String name, int cents) {
    private static final List<String> NAMES =
            List.of("C", "C♯", "D", "D♯", "E", "F", "F♯", "G", "G♯", "A", "A♯", "B");

    /// @param hz more than 0
    static NoteName of(double hz) {
        double semitones = 69 + 12 * Math.log(hz / 440) / Math.log(2);
        int note = (int) Math.round(semitones);
        String name = NAMES.get(Math.floorMod(note, 12)) + (Math.floorDiv(note, 12) - 1);
        return new NoteName(name, (int) Math.round(100 * (semitones - note)));
    }
}
