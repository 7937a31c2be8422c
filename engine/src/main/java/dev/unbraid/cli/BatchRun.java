package dev.unbraid.cli;

import dev.unbraid.batch.QueuedSong;
import dev.unbraid.batch.SongQueue;
import dev.unbraid.batch.SongState;
import dev.unbraid.session.Forecast;
import dev.unbraid.session.KeptNetwork;
import dev.unbraid.session.SeparateRequest;
import dev.unbraid.session.SideBySide;
import dev.unbraid.session.TrackNames;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// Takes files apart, some of them side by side. What fails fails alone. Runs once.
final class BatchRun {
    private final List<SeparateRequest> requests;
    private final KeptNetwork network;
    private final int jobs;
    private final Tools tools;
    // All below is guarded by this: several threads take songs from one queue.
    private final SongQueue queue = new SongQueue();
    private final List<QueuedSong> songs;
    private final List<FileOutcome> outcomes;
    /// Those at work, the eldest first.
    private final Map<QueuedSong, SongQueue.Hand> hands = new LinkedHashMap<>();
    private int begun;

    /// One file's.
    ///
    /// @param number of this attempt's files, counted from 1
    private record Turn(QueuedSong song, int index, int number, int files) {}

    BatchRun(List<SeparateRequest> requests, KeptNetwork network, int jobs, Tools tools) {
        this.requests = requests;
        this.network = network;
        this.jobs = jobs;
        this.tools = tools;
        songs = requests.stream().map(it -> queue.add(it.input(), Path.of(""))).toList();
        outcomes = new ArrayList<>(requests.stream().map(it -> FileOutcome.untouched(it.input().toString())).toList());
    }

    /// As [Batch#run] says.
    List<FileOutcome> run(TrackNames names, List<Forecast> forecasts, int retries) {
        for (int i = 0; i < songs.size(); i++) {
            songs.get(i).learn(forecasts.get(i).soundSeconds());
        }
        queue.expect(pace(forecasts));
        attempt(names);
        for (int attempt = 1; attempt <= retries && !tools.stop().isGiven(); attempt++) {
            queue.retry(song -> outcomes.get(songs.indexOf(song)).mayPass());
            int again = waiting();
            if (again > 0) {
                tools.voice().note("Trying %d %s again (%d of %d) …"
                        .formatted(again, again == 1 ? "file" : "files", attempt, retries));
                attempt(names);
            }
        }
        return List.copyOf(outcomes);
    }

    private static OptionalDouble pace(List<Forecast> forecasts) {
        Optional<Forecast> known = forecasts.stream()
                .filter(it -> it.seconds().isPresent() && it.soundSeconds().orElse(0) > 0)
                .reduce(Forecast::then);
        return known.isPresent()
                ? OptionalDouble.of(known.get().seconds().orElse(0) / known.get().soundSeconds().orElse(1))
                : OptionalDouble.empty();
    }

    private int waiting() {
        return (int) queue.songs().stream().filter(it -> it.state() instanceof SongState.Waiting).count();
    }

    private void attempt(TrackNames names) {
        int files = waiting();
        int atOnce = Math.clamp(files, 1, jobs);
        begun = 0;
        if (atOnce > 1) {
            tools.voice().note("Taking %d files apart side by side.".formatted(atOnce));
        }
        SideBySide.run(atOnce, () -> {
            for (Optional<Turn> turn = next(files); turn.isPresent(); turn = next(files)) {
                work(turn.get(), names);
            }
        });
    }

    private synchronized Optional<Turn> next(int files) {
        if (tools.stop().isGiven()) {
            return Optional.empty();
        }
        return queue.next().map(song -> {
            queue.begin(song);
            hands.put(song, SongQueue.Hand.UNKNOWN);
            begun++;
            return new Turn(song, songs.indexOf(song), begun, files);
        });
    }

    private void work(Turn turn, TrackNames names) {
        FileSeparation.Surroundings around = turn.files() == 1
                ? FileSeparation.Surroundings.NONE
                : (elapsed, left) -> Optional.of(whole(turn, elapsed, left));
        FileSeparation separation = new FileSeparation(requests.get(turn.index()), tools, around);
        FileOutcome outcome = separation.run(names);
        if (outcome.how() == FileOutcome.How.FAILED) {
            network.close();
        }
        end(turn, outcome, separation.elapsedSeconds());
    }

    private synchronized void end(Turn turn, FileOutcome outcome, double elapsedSeconds) {
        hands.remove(turn.song());
        outcomes.set(turn.index(), outcome);
        queue.end(turn.song(), switch (outcome.how()) {
            case DONE -> new SongState.Done(List.of(), elapsedSeconds, List.of());
            case SKIPPED -> new SongState.Skipped(List.of());
            case CANCELLED -> new SongState.Cancelled();
            case FAILED -> new SongState.Failed(new IllegalStateException(outcome.remark()));
        });
    }

    private synchronized Step.Whole whole(Turn turn, double elapsed, OptionalDouble left) {
        hands.put(turn.song(), new SongQueue.Hand(elapsed, left));
        int ahead = List.copyOf(hands.keySet()).indexOf(turn.song());
        return new Step.Whole(turn.number(), turn.files(), ahead,
                queue.secondsLeft(song -> hands.getOrDefault(song, SongQueue.Hand.UNKNOWN), jobs));
    }
}
