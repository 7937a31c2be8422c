package dev.unbraid.batch;

import java.util.List;
import java.util.OptionalDouble;

/// How long all the songs will take that are still to come.
///
/// Songs that do not say how long they are count as long as the others are on average.
final class SongClock {
    /// Seconds of work per second of sound.
    private OptionalDouble pace = OptionalDouble.empty();
    private double workedSeconds;
    private double workedSound;

    /// @param earlier seconds of work per second of sound, from earlier runs
    void expect(OptionalDouble earlier) {
        if (workedSound == 0) {
            pace = earlier;
        }
    }

    /// Nothing of what was worked so far says how fast it will go on.
    void startAfresh() {
        pace = OptionalDouble.empty();
        workedSeconds = 0;
        workedSound = 0;
    }

    /// A song is done: from now on this run's own pace counts.
    void worked(double soundSeconds, double seconds) {
        if (soundSeconds > 0) {
            workedSeconds += seconds;
            workedSound += soundSeconds;
            pace = OptionalDouble.of(workedSeconds / workedSound);
        }
    }

    /// A song that is worked at.
    ///
    /// @param soundSeconds how long it is
    /// @param elapsed      seconds of work on it
    /// @param left         what it will still take
    record AtHand(double soundSeconds, double elapsed, OptionalDouble left) {
        static final AtHand NOTHING = new AtHand(0, 0, OptionalDouble.of(0));
    }

    /// @param waiting how long the others are
    /// @return seconds until all are done
    OptionalDouble left(AtHand hand, List<Double> waiting) {
        OptionalDouble now = pace;
        if (now.isEmpty() && hand.left().isPresent() && hand.soundSeconds() > 0) {
            now = OptionalDouble.of((hand.elapsed() + hand.left().getAsDouble()) / hand.soundSeconds());
        }
        if (now.isEmpty()) {
            return waiting.isEmpty() ? hand.left() : OptionalDouble.empty();
        }
        double perSecond = now.getAsDouble();
        double left = hand.left().orElse(Math.max(0, hand.soundSeconds() * perSecond - hand.elapsed()));
        return OptionalDouble.of(left + waiting.stream().mapToDouble(it -> it * perSecond).sum());
    }

    /// What a song counts that does not say how long it is.
    ///
    /// @param known of all songs that do
    static double usual(List<OptionalDouble> known) {
        return known.stream().flatMapToDouble(OptionalDouble::stream).filter(it -> it > 0).average().orElse(0);
    }
}
