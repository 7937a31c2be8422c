package dev.unbraid.batch;

import java.util.List;
import java.util.OptionalDouble;
import java.util.PriorityQueue;

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
    record AtHand(double soundSeconds, SongQueue.Hand hand) {
        private OptionalDouble perSecond() {
            return hand.left().isPresent() && soundSeconds > 0
                    ? OptionalDouble.of((hand.elapsed() + hand.left().getAsDouble()) / soundSeconds)
                    : OptionalDouble.empty();
        }

        private double left(double perSecond) {
            return hand.left().orElse(Math.max(0, soundSeconds * perSecond - hand.elapsed()));
        }
    }

    /// @param waiting    how long the others are, in their order
    /// @param sideBySide how many are worked at at once
    /// @return seconds until all are done
    OptionalDouble left(List<AtHand> hands, List<Double> waiting, int sideBySide) {
        OptionalDouble now = pace.isPresent() ? pace
                : hands.stream().map(AtHand::perSecond).flatMapToDouble(OptionalDouble::stream).findFirst();
        boolean all = waiting.isEmpty() && hands.stream().allMatch(it -> it.hand().left().isPresent());
        if (now.isEmpty() && !all) {
            return OptionalDouble.empty();
        }
        double perSecond = now.orElse(0);
        // When each place is free again: the next song goes to the first.
        PriorityQueue<Double> free = new PriorityQueue<>();
        hands.forEach(it -> free.add(it.left(perSecond)));
        while (free.size() < sideBySide) {
            free.add(0.0);
        }
        for (double song : waiting) {
            free.add(free.remove() + song * perSecond);
        }
        return free.stream().mapToDouble(it -> it).max();
    }

    /// What a song counts that does not say how long it is.
    ///
    /// @param known of all songs that do
    static double usual(List<OptionalDouble> known) {
        return known.stream().flatMapToDouble(OptionalDouble::stream).filter(it -> it > 0).average().orElse(0);
    }
}
