package dev.unbraid.session;

import java.util.OptionalDouble;

/// Where a job is.
public sealed interface JobState {
    record Waiting() implements JobState {}

    /// @param phase       what it does, such as `decoding`, `loading-model`, `separating`, `adding-up`,
    ///                    `comparing`, `writing`, `downloading`
    /// @param fraction    0 to 1; empty while nobody knows
    /// @param secondsLeft empty while nobody knows
    /// @param step        how many steps are done, such as segments
    /// @param steps       of how many; 0 where it has none
    record Running(String phase, OptionalDouble fraction, OptionalDouble secondsLeft, int step, int steps)
            implements JobState {}

    record Paused(int step, int steps) implements JobState {}

    record Done() implements JobState {}

    record Cancelled() implements JobState {}

    record Failed(Exception cause) implements JobState {}

    default boolean isOver() {
        return switch (this) {
            case Waiting _, Running _, Paused _ -> false;
            case Done _, Cancelled _, Failed _ -> true;
        };
    }
}
