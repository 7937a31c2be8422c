package dev.unbraid.batch;

import dev.unbraid.session.Remark;

import java.nio.file.Path;
import java.util.List;

/// What became of a song so far.
public sealed interface SongState {
    record Waiting() implements SongState {}

    /// It is worked at, or rests.
    record AtWork() implements SongState {}

    /// @param stems    the files
    /// @param seconds  how long it took
    /// @param warnings what was not quite as it should be
    record Done(List<Path> stems, double seconds, List<Remark> warnings) implements SongState {
        public Done {
            stems = List.copyOf(stems);
            warnings = List.copyOf(warnings);
        }
    }

    /// All its stems were there already.
    record Skipped(List<Path> stems) implements SongState {
        public Skipped {
            stems = List.copyOf(stems);
        }
    }

    record Failed(Throwable cause) implements SongState {}

    record Cancelled() implements SongState {}

    default boolean isOver() {
        return switch (this) {
            case Waiting _, AtWork _ -> false;
            case Done _, Skipped _, Failed _, Cancelled _ -> true;
        };
    }

    /// Whether it may be tried (again).
    default boolean isUndone() {
        return switch (this) {
            case Waiting _, Failed _, Cancelled _ -> true;
            case AtWork _, Done _, Skipped _ -> false;
        };
    }
}
