package dev.unbraid.batch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/// Songs in the order in which they are taken apart, and what became of each: what fails fails alone. One thread.
public final class SongQueue {
    private final List<QueuedSong> songs = new ArrayList<>();
    private final SongClock clock = new SongClock();

    /// @param below as in [QueuedSong#below]
    public QueuedSong add(Path file, Path below) {
        QueuedSong song = new QueuedSong(file, below);
        songs.add(song);
        return song;
    }

    /// Adds those that are not there yet: a folder may be pointed at twice.
    public List<QueuedSong> addNew(Collection<FoundSongs.Found> found) {
        Set<Path> known = new LinkedHashSet<>();
        songs.forEach(it -> known.add(absolute(it.file())));
        return found.stream().filter(it -> known.add(absolute(it.file()))).map(it -> add(it.file(), it.below())).toList();
    }

    private static Path absolute(Path file) {
        return file.toAbsolutePath().normalize();
    }

    public List<QueuedSong> songs() {
        return List.copyOf(songs);
    }

    /// The first that waits.
    public Optional<QueuedSong> next() {
        return songs.stream().filter(it -> it.state() instanceof SongState.Waiting).findFirst();
    }

    public void begin(QueuedSong song) {
        song.become(new SongState.AtWork());
    }

    public void end(QueuedSong song, SongState how) {
        song.become(how);
        if (how instanceof SongState.Done done) {
            clock.worked(length(song), done.seconds());
        }
    }

    /// Songs that failed or were cancelled wait once more.
    public void retry(Predicate<QueuedSong> which) {
        songs.stream().filter(it -> it.state().isUndone() && which.test(it)).forEach(it -> it.become(new SongState.Waiting()));
    }

    /// Takes songs off, but for those that are worked at.
    public void remove(Collection<QueuedSong> gone) {
        songs.removeIf(it -> !(it.state() instanceof SongState.AtWork) && gone.contains(it));
    }

    /// Moves songs that wait before or behind the next one that waits and is not moved.
    ///
    /// @param places below 0 is earlier
    public void move(Collection<QueuedSong> moved, int places) {
        List<QueuedSong> waiting =
                new ArrayList<>(songs.stream().filter(it -> it.state() instanceof SongState.Waiting).toList());
        List<Integer> slots = waiting.stream().map(songs::indexOf).toList();
        for (int step = 0; step < Math.abs(places); step++) {
            moveOne(waiting, moved, places < 0);
        }
        for (int i = 0; i < slots.size(); i++) {
            songs.set(slots.get(i), waiting.get(i));
        }
    }

    private static void moveOne(List<QueuedSong> waiting, Collection<QueuedSong> moved, boolean earlier) {
        int size = waiting.size();
        for (int i = 1; i < size; i++) {
            int from = earlier ? i : size - 1 - i;
            int to = earlier ? from - 1 : from + 1;
            if (moved.contains(waiting.get(from)) && !moved.contains(waiting.get(to))) {
                waiting.add(to, waiting.remove(from));
            }
        }
    }

    /// Seconds of work per second of sound in earlier runs; counts until one is done.
    public void expect(OptionalDouble pace) {
        clock.expect(pace);
    }

    /// From now on songs are taken apart in another way.
    public void changePace(OptionalDouble pace) {
        clock.startAfresh();
        clock.expect(pace);
    }

    /// How far a song is that is worked at.
    ///
    /// @param elapsed seconds of work on it
    /// @param left    what it will still take
    public record Hand(double elapsed, OptionalDouble left) {
        /// It has not told yet.
        public static final Hand UNKNOWN = new Hand(0, OptionalDouble.empty());
    }

    /// Until all are done, one song after the other.
    ///
    /// @param hand of the song that is worked at
    /// @return seconds; empty while nobody knows
    public OptionalDouble secondsLeft(Hand hand) {
        return secondsLeft(_ -> hand, 1);
    }

    /// Until all are done.
    ///
    /// @param hands      of the songs that are worked at
    /// @param sideBySide how many are worked at at once
    /// @return seconds; empty while nobody knows
    public OptionalDouble secondsLeft(Function<QueuedSong, Hand> hands, int sideBySide) {
        double usual = usual();
        return clock.left(
                songs.stream().filter(it -> it.state() instanceof SongState.AtWork)
                        .map(it -> new SongClock.AtHand(length(it), hands.apply(it))).toList(),
                songs.stream().filter(it -> it.state() instanceof SongState.Waiting)
                        .map(it -> it.soundSeconds().orElse(usual)).toList(),
                sideBySide);
    }

    /// How much of all the sound is done, 0 to 1, skipped and failed songs included.
    ///
    /// @param ofHand how much of the song that is worked at
    public double fraction(double ofHand) {
        double usual = usual();
        double done = 0;
        double all = 0;
        for (QueuedSong song : songs) {
            double weight = Math.max(1, song.soundSeconds().orElse(usual));
            all += weight;
            done += song.state().isOver() ? weight : song.state() instanceof SongState.AtWork ? weight * ofHand : 0;
        }
        return all > 0 ? done / all : 0;
    }

    /// How long all songs sound that are still to be done.
    public double undoneSeconds() {
        double usual = usual();
        return songs.stream().filter(it -> it.state().isUndone() || it.state() instanceof SongState.AtWork)
                .mapToDouble(it -> it.soundSeconds().orElse(usual)).sum();
    }

    /// How long all songs sound that say so.
    public double soundSeconds() {
        return songs.stream().flatMapToDouble(it -> it.soundSeconds().stream()).sum();
    }

    private double length(QueuedSong song) {
        return song.soundSeconds().orElseGet(this::usual);
    }

    private double usual() {
        return SongClock.usual(songs.stream().map(QueuedSong::soundSeconds).toList());
    }

    /// How many are in which state.
    public Map<Class<? extends SongState>, Long> counts() {
        Map<Class<? extends SongState>, Long> counts = new LinkedHashMap<>();
        songs.forEach(it -> counts.merge(it.state().getClass(), 1L, Long::sum));
        return counts;
    }
}
