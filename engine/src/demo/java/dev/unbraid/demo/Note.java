package dev.unbraid.demo;

/// One note of an instrument.
///
/// @param beat     beats since the beginning of the song
/// @param beats    how long it is held
/// @param pitch    MIDI key number, 69 is 440 Hz
/// @param velocity 0 to 1
record Note(double beat, double beats, int pitch, double velocity) {
    double hertz() {
        return hertz(pitch);
    }

    static double hertz(double pitch) {
        return 440 * Math.pow(2, (pitch - 69) / 12);
    }
}
