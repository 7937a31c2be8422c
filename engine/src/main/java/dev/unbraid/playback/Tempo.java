package dev.unbraid.playback;

/// @param speed     0.5 to 2; pitch stays
/// @param semitones −12 to 12; speed stays
record Tempo(double speed, double semitones) {
    static final Tempo USUAL = new Tempo(1, 0);

    Tempo {
        if (!(speed >= 0.5 && speed <= 2)) {
            throw new IllegalArgumentException("speed " + speed);
        }
        if (!(semitones >= -12 && semitones <= 12)) {
            throw new IllegalArgumentException("pitch of %s semitones".formatted(semitones));
        }
    }

    boolean isUsual() {
        return speed == 1 && semitones == 0;
    }
}
