package dev.unbraid.session;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// What a separation will take, as far as it is known before it begins.
///
/// @param soundSeconds how long the song says it is
/// @param seconds      as measured on this machine
/// @param workBytes    of disk while it runs; 0 if the song does not say how long it is
/// @param keptBytes    of disk that the files will have; 0 likewise
/// @param memory       as measured on this machine
public record Forecast(
        OptionalDouble soundSeconds, OptionalDouble seconds, long workBytes, long keptBytes, Optional<Memory> memory) {
    /// For what has been done before.
    public static final Forecast NOTHING =
            new Forecast(OptionalDouble.of(0), OptionalDouble.of(0), 0, 0, Optional.empty());

    /// At most at once.
    ///
    /// @param networks     that run side by side, each in a process of its own
    /// @param networkBytes of one of those processes
    /// @param ownBytes     of the process that asks them; 0 if nobody knows
    public record Memory(int networks, long networkBytes, long ownBytes) {
        public long bytes() {
            return networks * networkBytes + ownBytes;
        }

        private Memory or(Memory other) {
            return new Memory(Math.max(networks, other.networks), Math.max(networkBytes, other.networkBytes),
                    Math.max(ownBytes, other.ownBytes));
        }
    }

    /// Of disk, at most at once.
    public long diskBytes() {
        return workBytes + keptBytes;
    }

    /// Of all processes.
    public OptionalLong memoryBytes() {
        return memory.isPresent() ? OptionalLong.of(memory.get().bytes()) : OptionalLong.empty();
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
                memory.isPresent() && next.memory.isPresent()
                        ? Optional.of(memory.get().or(next.memory.get())) : memory.or(() -> next.memory));
    }

    /// Some of the songs side by side.
    ///
    /// @param jobs how many at once, at least 1
    /// @return what they take together; empty numbers where one of them is not known
    public static Forecast together(Collection<Forecast> songs, int jobs) {
        Forecast one = songs.stream().reduce(NOTHING, Forecast::then);
        int most = (int) Math.min(jobs, songs.stream().filter(it -> it.memory.isPresent()).count());
        double longest = songs.stream().mapToDouble(it -> it.seconds.orElse(0)).max().orElse(0);
        List<Long> works = songs.stream().map(Forecast::workBytes).sorted(Comparator.reverseOrder()).limit(jobs).toList();
        return new Forecast(
                one.soundSeconds,
                one.seconds.isPresent()
                        ? OptionalDouble.of(Math.max(longest, one.seconds.getAsDouble() / jobs)) : OptionalDouble.empty(),
                works.stream().mapToLong(Long::longValue).sum(),
                one.keptBytes,
                one.memory.map(it -> new Memory(most, it.networkBytes, it.ownBytes)));
    }

    private static OptionalDouble sum(OptionalDouble one, OptionalDouble other) {
        return one.isPresent() && other.isPresent()
                ? OptionalDouble.of(one.getAsDouble() + other.getAsDouble())
                : OptionalDouble.empty();
    }
}
