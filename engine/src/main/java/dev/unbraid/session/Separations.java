package dev.unbraid.session;

import dev.unbraid.cache.FinishedWork;
import dev.unbraid.project.Song;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Executor;

/// The separations of a session: one at a time, each on a platform thread. What rests gives way, and
/// what the cache has does not wait.
final class Separations {
    private final Workbench bench;
    private final JobBoard board;
    private final WorkQueue inference;
    private final Kitchen kitchen;

    /// @param background for what nobody waits for
    Separations(Workbench bench, JobBoard board, Separators separators, Storage storage, Executor background) {
        this.bench = bench;
        this.board = board;
        inference = new WorkQueue(board, 1, Thread.ofPlatform().name("inference").daemon().factory());
        WarmNetwork network = new WarmNetwork(separators, inference::execute);
        kitchen = new Kitchen(separators, network, storage.cache(), storage.work(), background);
        // The screen's thread asks for a forecast as soon as there is a song.
        background.execute(() -> separators.pace().ifPresent(MachinePace::readAhead));
    }

    /// @param work a folder for what lies on disk while one runs
    record Storage(FinishedWork cache, Path work) {}

    StemTask task(SeparateWish wish, Song song) {
        return new StemTask(bench, kitchen, wish, song);
    }

    /// @throws IllegalArgumentException as [RefineTask]
    RefineTask task(RefineWish wish, Song song) {
        return new RefineTask(bench, kitchen, wish, song);
    }

    /// As [Session#foretell].
    Optional<Forecast> foretell(SeparateWish wish, Song song) {
        return bench.sounds().find(song.mix().asset())
                .flatMap(mix -> new SongForecast(kitchen).of(mix, wish, wish.stems()));
    }

    Disagreements disagreements() {
        return new Disagreements(kitchen.separators(), kitchen.cache());
    }

    FileSeparations files() {
        return new FileSeparations(kitchen, board, inference);
    }

    /// Begins a job that is on the board and waits for nothing but its turn.
    Job start(DeskJob job) {
        board.enqueue(job, inference);
        return job;
    }

    /// Begins a job that is on the board.
    Job start(DeskJob job, StemTask task, Song song) {
        kitchen.background().execute(() -> job.prepare(() -> {
            task.prepare();
            bench.owner().execute(() -> task.addLanes(job));
            bench.sounds().whole(song.mix().asset()).whenCompleteAsync((hash, gone) -> {
                if (gone == null) {
                    job.prepare(() -> runOrWait(job, task, hash));
                } else {
                    job.cancel();
                }
            }, kitchen.background());
        }));
        return job;
    }

    private void runOrWait(DeskJob job, StemTask task, String inputSha256) {
        if (task.looksUp(inputSha256)) {
            job.run();
        } else {
            board.enqueue(job, inference);
        }
    }

    void close(long seconds) {
        inference.execute(kitchen.network()::cool);
        inference.close(seconds);
    }
}
