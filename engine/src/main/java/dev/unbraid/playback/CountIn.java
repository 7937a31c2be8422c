package dev.unbraid.playback;

/// Clicks before play, the first one higher.
///
/// @param beats 0 for none
record CountIn(int beats, double beatsPerMinute) {
    private static final double CLICK_SECONDS = 0.03;
    private static final double LOUDNESS = 0.35;
    private static final double FIRST_HZ = 1760;
    private static final double OTHER_HZ = 1320;

    CountIn {
        if (beats < 0) {
            throw new IllegalArgumentException("%d beats".formatted(beats));
        }
        if (!(beatsPerMinute >= 20 && beatsPerMinute <= 400)) {
            throw new IllegalArgumentException("%s beats a minute".formatted(beatsPerMinute));
        }
    }

    long frames(int sampleRate) {
        return Math.round(beats * 60.0 / beatsPerMinute * sampleRate);
    }

    /// The sample at `frame` since the first click, the same on both sides.
    float sample(long frame, int sampleRate) {
        double beatFrames = 60.0 / beatsPerMinute * sampleRate;
        long beat = (long) (frame / beatFrames);
        double seconds = (frame - beat * beatFrames) / sampleRate;
        if (seconds >= CLICK_SECONDS) {
            return 0;
        }
        double fall = 1 - seconds / CLICK_SECONDS;
        double hz = beat == 0 ? FIRST_HZ : OTHER_HZ;
        return (float) (LOUDNESS * fall * fall * Math.sin(2 * Math.PI * hz * seconds));
    }
}
