package dev.unbraid.session;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/// What a separation will take, as far as it is known before it begins.
///
/// @param soundSeconds how long the song says it is
/// @param seconds      as measured on this machine
/// @param workBytes    of disk while it runs; 0 if the song does not say how long it is
/// @param keptBytes    of disk that the files will have; 0 likewise
/// @param memoryBytes  of the process that runs the networks, as measured on this machine
public record Forecast(
        OptionalDouble soundSeconds, OptionalDouble seconds, long workBytes, long keptBytes, OptionalLong memoryBytes) {
    /// For what has been done before.
    public static final Forecast NOTHING =
            new Forecast(OptionalDouble.of(0), OptionalDouble.of(0), 0, 0, OptionalLong.empty());

    /// Of disk, at most at once.
    public long diskBytes() {
        return workBytes + keptBytes;
    }

    /// One song after the other: the work's room is used again.
    ///
    /// @return what they take together; empty numbers where one of them is not known
    public Forecast then(Forecast next) {
        return new Forecast(
                sum(soundSeconds, next.soundSeconds),
                sum(seconds, next.seconds),
                Math.max(workBytes, next.workBytes),
                keptBytes + next.keptBytes,
                most(memoryBytes, next.memoryBytes));
    }

    private static OptionalDouble sum(OptionalDouble one, OptionalDouble other) {
        return one.isPresent() && other.isPresent()
                ? OptionalDouble.of(one.getAsDouble() + other.getAsDouble())
                : OptionalDouble.empty();
    }

    private static OptionalLong most(OptionalLong one, OptionalLong other) {
        return one.isPresent() && other.isPresent()
                ? OptionalLong.of(Math.max(one.getAsLong(), other.getAsLong()))
                : one.isPresent() ? one : other;
    }
}
