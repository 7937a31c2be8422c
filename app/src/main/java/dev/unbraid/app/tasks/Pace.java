package dev.unbraid.app.tasks;

import dev.unbraid.session.JobState;

import java.util.OptionalDouble;

/// How many seconds of a song are worked off in a second.
final class Pace {
    private Pace() {}

    /// @param songSeconds its whole length
    /// @return empty while the time left is not known
    static OptionalDouble of(JobState state, double songSeconds) {
        if (state instanceof JobState.Running running
                && running.fraction().isPresent() && running.secondsLeft().isPresent()) {
            double left = running.secondsLeft().getAsDouble();
            double songLeft = songSeconds * (1 - running.fraction().getAsDouble());
            return left > 0 && songLeft > 0 ? OptionalDouble.of(songLeft / left) : OptionalDouble.empty();
        }
        return OptionalDouble.empty();
    }
}
