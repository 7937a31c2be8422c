package dev.unbraid.batch;

import dev.unbraid.project.Project;
import dev.unbraid.session.FileSeparation;
import dev.unbraid.session.FileWish;
import dev.unbraid.session.JobState;
import dev.unbraid.session.OutputPlace;
import dev.unbraid.session.SeparateOutcome;
import dev.unbraid.session.SeparateReport;
import dev.unbraid.session.Session;
import dev.unbraid.session.SessionListener;
import dev.unbraid.session.TrackNames;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletionException;

/// Takes a queue's songs apart in a session: one job at a time on its list, so that what the user wants of the document
/// comes in between. The session's thread.
public final class SessionBatch {
    private final Session session;
    private final SongQueue queue = new SongQueue();
    private final Runnable listener;
    private final Map<QueuedSong, FileWish> wishes = new HashMap<>();
    private Optional<Plan> plan = Optional.empty();
    private Optional<Current> current = Optional.empty();
    private boolean resting;

    /// How and whereto all of them go.
    ///
    /// @param place of songs that lay in the folder itself
    /// @param names empty at first
    public record Plan(FileWish.How how, OutputPlace place, TrackNames names) {
        public Plan(FileWish.How how, OutputPlace place) {
            this(how, place, new TrackNames());
        }

        /// Songs' folders lie below the output folder as they lay below their own.
        FileWish wish(QueuedSong song) {
            return new FileWish(song.file(), how, new OutputPlace(
                    place.folder().resolve(song.below().toString()), place.names(), place.existing()));
        }
    }

    private record Current(QueuedSong song, FileSeparation separation) {}

    /// @param listener hears whenever a song has another state
    public SessionBatch(Session session, Runnable listener) {
        this.session = session;
        this.listener = listener;
        session.addListener(new SessionListener() {
            @Override
            public void documentChanged(Project project) {}

            @Override
            public void jobsChanged() {
                look();
            }
        });
    }

    public SongQueue queue() {
        return queue;
    }

    /// The wishes of all songs under a plan, each the same whenever it is asked for until another plan is followed.
    public Map<QueuedSong, FileWish> wishes(Plan under) {
        if (plan.filter(under::equals).isEmpty()) {
            plan = Optional.of(under);
            wishes.clear();
        }
        queue.songs().forEach(song -> wishes.computeIfAbsent(song, under::wish));
        return Map.copyOf(wishes);
    }

    /// Takes all songs apart that wait, the first now.
    public void start(Plan under) {
        wishes(under);
        resting = false;
        goOn();
        listener.run();
    }

    /// Whether anything is being done or about to be.
    public boolean isOn() {
        return current.isPresent() || (resting && queue.next().isPresent());
    }

    public boolean isResting() {
        return resting;
    }

    /// The song at hand rests after its segment, and no other begins.
    public void pause() {
        resting = true;
        current.ifPresent(it -> it.separation.job().pause());
        listener.run();
    }

    public void resume() {
        resting = false;
        current.ifPresent(it -> it.separation.job().resume());
        goOn();
        listener.run();
    }

    /// The song at hand stops, and those that wait are cancelled, too. What is done stays.
    public void cancelAll() {
        // Else the next would begin as soon as the one at hand has stopped.
        queue.songs().stream().filter(it -> it.state() instanceof SongState.Waiting).forEach(this::cancel);
        queue.songs().forEach(this::cancel);
        resting = false;
    }

    public void cancel(QueuedSong song) {
        switch (song.state()) {
            case SongState.Waiting _ -> queue.end(song, new SongState.Cancelled());
            case SongState.AtWork _ -> current.ifPresent(it -> it.separation.job().cancel());
            case SongState.Done _, SongState.Skipped _, SongState.Failed _, SongState.Cancelled _ -> { }
        }
        listener.run();
    }

    /// Where the job of the song at hand is.
    public Optional<JobState> atHand() {
        return current.map(it -> it.separation.job().state());
    }

    /// Until all are done; empty while nobody knows.
    public OptionalDouble secondsLeft() {
        OptionalDouble ofSong = atHand().orElseGet(JobState.Waiting::new) instanceof JobState.Running running
                ? running.secondsLeft() : OptionalDouble.empty();
        return queue.secondsLeft(new SongQueue.Hand(0, ofSong));
    }

    /// 0 to 1
    public double fraction() {
        return queue.fraction(switch (atHand().orElseGet(JobState.Waiting::new)) {
            case JobState.Running running when running.steps() > 0 -> running.fraction().orElse(0);
            case JobState.Paused(int step, int steps) when steps > 0 -> (double) step / steps;
            case JobState.Running _, JobState.Paused _, JobState.Waiting _, JobState.Done _, JobState.Cancelled _,
                    JobState.Failed _ -> 0;
        });
    }

    /// Begins with what waits, unless it rests or nobody has started it.
    public void goOn() {
        if (plan.isPresent() && current.isEmpty() && !resting) {
            queue.next().ifPresent(song -> begin(song, plan.get()));
        }
    }

    private void begin(QueuedSong song, Plan under) {
        queue.begin(song);
        FileWish wish = wishes.computeIfAbsent(song, under::wish);
        // Its job is on the board, which tells of it, before this knows of it.
        current = Optional.of(new Current(song, session.files().separate(wish, under.names())));
        listener.run();
    }

    private void look() {
        Optional<Current> over = current.filter(it -> it.separation.job().state().isOver() && it.separation.outcome().isDone());
        over.ifPresent(it -> {
            current = Optional.empty();
            queue.end(it.song, state(it.separation));
            session.dismiss(it.separation.job());
            goOn();
            listener.run();
        });
    }

    private static SongState state(FileSeparation separation) {
        try {
            return switch (separation.outcome().join()) {
                case SeparateOutcome.Done(SeparateReport report) -> new SongState.Done(
                        report.stems().stream().map(SeparateReport.StemFile::path).toList(), report.seconds(), report.warnings());
                case SeparateOutcome.Skipped(var existing) -> new SongState.Skipped(existing);
                case SeparateOutcome.Cancelled _ -> new SongState.Cancelled();
            };
        } catch (CompletionException e) {
            return new SongState.Failed(Optional.ofNullable(e.getCause()).orElse(e));
        }
    }
}
