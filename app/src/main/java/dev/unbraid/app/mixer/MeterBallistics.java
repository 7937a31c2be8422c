package dev.unbraid.app.mixer;

import dev.unbraid.audio.Decibels;

/// How a meter moves: up at once, down by 20 dB a second; the highest peak stays for a second and a half.
final class MeterBallistics {
    static final double FLOOR_DB = -60;
    static final double FALL_DB_PER_SECOND = 20;
    static final double HOLD_SECONDS = 1.5;

    private double peakDb = FLOOR_DB;
    private double rmsDb = FLOOR_DB;
    private double holdDb = FLOOR_DB;
    private double heldSeconds;

    /// @param peak    linear, of what was heard since the last call
    /// @param rms     linear
    /// @param seconds since the last call
    void feed(float peak, float rms, double seconds) {
        peakDb = moved(peakDb, peak, seconds);
        rmsDb = Math.min(peakDb, moved(rmsDb, rms, seconds));
        if (peakDb >= holdDb) {
            holdDb = peakDb;
            heldSeconds = 0;
        } else {
            double before = heldSeconds;
            heldSeconds += seconds;
            double falling = heldSeconds - Math.max(HOLD_SECONDS, before);
            holdDb = Math.max(peakDb, holdDb - FALL_DB_PER_SECOND * Math.max(0, falling));
        }
    }

    private static double moved(double fromDb, float level, double seconds) {
        double fallen = Math.max(FLOOR_DB, fromDb - FALL_DB_PER_SECOND * seconds);
        return Math.max(fallen, Decibels.ofAmplitude(level));
    }

    double peakDb() {
        return peakDb;
    }

    double rmsDb() {
        return rmsDb;
    }

    double holdDb() {
        return holdDb;
    }
}
