package dev.unbraid.demo;

/// Where a beat lies in time. Four beats to the bar, bars and beats counted from 0.
record Tempo(double beatsPerMinute) {
    static final int SAMPLE_RATE = 44_100;
    private static final int BEATS_PER_BAR = 4;

    static double beat(int bar, double beatInBar) {
        return bar * BEATS_PER_BAR + beatInBar;
    }

    double seconds(double beats) {
        return beats * 60 / beatsPerMinute;
    }

    int frame(double beats) {
        return frames(seconds(beats));
    }

    static int frames(double seconds) {
        return (int) Math.round(seconds * SAMPLE_RATE);
    }
}
