package dev.unbraid.batch;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

class SongQueueTest {
    private static final SongState.Done DONE = new SongState.Done(List.of(), 25, List.of());

    private final SongQueue queue = new SongQueue();

    private QueuedSong add(String name, double seconds) {
        QueuedSong song = queue.add(Path.of(name), Path.of(""));
        song.learn(OptionalDouble.of(seconds));
        return song;
    }

    private List<String> names() {
        return queue.songs().stream().map(it -> it.file().toString()).toList();
    }

    @Test void theTimeLeftIsThatOfTheSongAtHandAndOfAllThatFollow() {
        QueuedSong first = add("a", 100);
        QueuedSong second = add("b", 200);
        queue.begin(first);
        assertThat(queue.secondsLeft(SongQueue.Hand.UNKNOWN)).isEmpty();
        assertThat(queue.secondsLeft(new SongQueue.Hand(10, OptionalDouble.of(40)))).hasValue(40 + 100);
        queue.end(first, DONE);
        queue.begin(second);
        assertThat(queue.secondsLeft(SongQueue.Hand.UNKNOWN)).hasValue(50);
    }

    @Test void sideBySideTheTimeLeftIsThatOfThePlaceThatIsFreeLast() {
        QueuedSong first = add("a", 100);
        QueuedSong second = add("b", 100);
        add("c", 60);
        add("d", 20);
        queue.expect(OptionalDouble.of(1));
        queue.begin(first);
        queue.begin(second);
        Map<QueuedSong, SongQueue.Hand> hands = Map.of(
                first, new SongQueue.Hand(90, OptionalDouble.of(10)), second, new SongQueue.Hand(60, OptionalDouble.of(40)));
        // c begins after 10 s and ends after 70, d begins after 40 and ends after 60.
        assertThat(queue.secondsLeft(hands::get, 2)).hasValue(70);
        assertThat(queue.secondsLeft(hands::get, 4)).hasValue(60);
    }

    @Test void earlierRunsSayHowLongItTakesBeforeAnythingIsDone() {
        add("a", 100);
        queue.add(Path.of("of unknown length"), Path.of(""));
        queue.expect(OptionalDouble.of(0.5));
        assertThat(queue.secondsLeft(SongQueue.Hand.UNKNOWN)).hasValue(100);
    }

    @Test void whatIsSkippedSaysNothingOfThePace() {
        queue.end(add("a", 100), new SongState.Skipped(List.of()));
        add("b", 100);
        assertThat(queue.secondsLeft(SongQueue.Hand.UNKNOWN)).isEmpty();
    }

    @Test void whatFailedAndWhatWasCancelledCanBeTriedAgainAndWhatIsDoneStays() {
        QueuedSong failed = add("a", 1);
        QueuedSong cancelled = add("b", 1);
        QueuedSong done = add("c", 1);
        queue.end(failed, new SongState.Failed(new IllegalStateException()));
        queue.end(cancelled, new SongState.Cancelled());
        queue.end(done, DONE);
        queue.retry(it -> it.state() instanceof SongState.Failed);
        assertThat(failed.state()).isEqualTo(new SongState.Waiting());
        assertThat(cancelled.state()).isEqualTo(new SongState.Cancelled());
        queue.retry(_ -> true);
        assertThat(cancelled.state()).isEqualTo(new SongState.Waiting());
        assertThat(done.state()).isEqualTo(DONE);
    }

    @Test void songsMoveAmongThoseThatWaitAndInTheirOrder() {
        queue.begin(add("at work", 1));
        QueuedSong a = add("a", 1);
        add("b", 1);
        QueuedSong c = add("c", 1);
        QueuedSong d = add("d", 1);
        queue.move(Set.of(c, d), -1);
        assertThat(names()).containsExactly("at work", "a", "c", "d", "b");
        queue.move(Set.of(c, d), -9);
        assertThat(names()).containsExactly("at work", "c", "d", "a", "b");
        queue.move(Set.of(c, a), 1);
        assertThat(names()).containsExactly("at work", "d", "c", "b", "a");
    }

    @Test void theSongAtWorkCannotBeTakenOff() {
        QueuedSong atWork = add("a", 1);
        QueuedSong waits = add("b", 1);
        queue.begin(atWork);
        queue.remove(List.of(atWork, waits));
        assertThat(queue.songs()).containsExactly(atWork);
    }

    @Test void aSongIsThereOnce() {
        queue.addNew(List.of(new FoundSongs.Found(Path.of("a"), Path.of("")), new FoundSongs.Found(Path.of("b"), Path.of(""))));
        queue.addNew(List.of(new FoundSongs.Found(Path.of("x", "..", "b"), Path.of("")),
                new FoundSongs.Found(Path.of("c"), Path.of(""))));
        assertThat(names()).containsExactly("a", "b", "c");
    }
}
