package dev.unbraid.app.queue;

import dev.unbraid.app.fx.Background;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.batch.FoundSongs;
import dev.unbraid.batch.QueuedSong;
import dev.unbraid.batch.SessionBatch;
import dev.unbraid.batch.SongQueue;
import dev.unbraid.batch.SongState;
import dev.unbraid.session.FileSeparations;
import dev.unbraid.session.FileSeparations.Existing;
import dev.unbraid.session.FileWish;
import dev.unbraid.session.OutputPlace;
import dev.unbraid.session.Session;
import dev.unbraid.session.SoundFolder.Depth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Sets a queue up, and starts, rests and mends it.
final class QueueViewModel {
    private final Session session;
    private final Background background;
    private final QueueChoices choices;
    private final SessionBatch batch;
    private final Intake intake;
    private final Runnable changed;
    private final ReadOnlyObjectWrapper<Question> question = new ReadOnlyObjectWrapper<>(new Question.None());
    private boolean starting;
    private boolean begun;

    /// What stands between the user and the work.
    sealed interface Question {
        record None() implements Question {}

        /// @param songs that have stems there already, some or all
        record StemsAreThere(int songs) implements Question {}

        record Refused(List<FoundSongs.Refused> refused) implements Question {}

        record Failed(Exception problem) implements Question {}
    }

    /// @param changed hears whenever there is something else to show
    QueueViewModel(Desk desk, Background background, Runnable changed) {
        this.session = desk.session().session();
        this.background = background;
        this.changed = changed;
        choices = new QueueChoices(desk.settings().get(), session.separators(), background);
        batch = new SessionBatch(session, changed);
        intake = new Intake(batch.queue(), background, this::tookIn);
        choices.modelProperty().addListener(_ -> askPace());
        choices.selectionProperty().addListener(_ -> askPace());
        choices.shiftsProperty().addListener(_ -> askPace());
    }

    QueueChoices choices() {
        return choices;
    }

    SessionBatch batch() {
        return batch;
    }

    SongQueue queue() {
        return batch.queue();
    }

    ReadOnlyObjectProperty<Question> questionProperty() {
        return question.getReadOnlyProperty();
    }

    void answer() {
        question.set(new Question.None());
    }

    /// Whether it still finds out what there is.
    boolean isLooking() {
        return intake.isBusy() || starting;
    }

    /// Whether songs are being taken apart, or rest.
    boolean isOn() {
        return batch.isOn();
    }

    boolean canStart() {
        return !isOn() && !starting && !choices.folderProperty().get().isBlank() && choices.how().isPresent()
                && queue().next().isPresent();
    }

    /// Files and folders.
    void add(List<Path> named) {
        if (named.isEmpty()) {
            return;
        }
        if (choices.folderProperty().get().isBlank()) {
            choices.folderProperty().set(usualFolder(named.getFirst()).toString());
        }
        answer();
        intake.add(named, choices.belowProperty().get() ? Depth.ALL_BELOW : Depth.FOLDER_ALONE,
                Path.of(choices.folderProperty().get()), this::tellRefused);
        changed.run();
    }

    private static Path usualFolder(Path named) {
        Path folder = Files.isDirectory(named) ? named : Optional.ofNullable(named.toAbsolutePath().getParent()).orElse(named);
        return FoundSongs.usualOutput(folder);
    }

    private void tellRefused(List<FoundSongs.Refused> refused) {
        if (!refused.isEmpty()) {
            question.set(new Question.Refused(refused));
        }
    }

    private void tookIn() {
        if (isOn()) {
            batch.goOn();
        }
        changed.run();
    }

    private void askPace() {
        choices.how().ifPresent(how -> background.ask(() -> session.files().pace(how), pace -> {
            if (choices.how().filter(how::equals).isPresent()) {
                queue().changePace(pace);
                changed.run();
            }
        }, _ -> {
            // What cannot be measured here will say so when it is used.
        }));
    }

    void start() {
        start(choices.skipsProperty().get() ? OutputPlace.Existing.SKIP : OutputPlace.Existing.REFUSE);
    }

    /// @param existing what the user wants of stems that are there
    void start(OutputPlace.Existing existing) {
        answer();
        choices.how().filter(_ -> canStart()).ifPresent(how -> {
            SessionBatch.Plan plan = new SessionBatch.Plan(how, choices.place(existing));
            starting = true;
            Map<QueuedSong, FileWish> wishes = batch.wishes(plan);
            List<QueuedSong> songs = queue().songs();
            double seconds = queue().undoneSeconds();
            background.ask(() -> look(plan, songs, wishes, seconds), found -> start(plan, found), this::failed);
            changed.run();
        });
    }

    private void failed(Exception problem) {
        starting = false;
        question.set(new Question.Failed(problem));
        changed.run();
    }

    /// What can be known before the first song. Reads disks.
    private Map<QueuedSong, Existing> look(
            SessionBatch.Plan plan, List<QueuedSong> songs, Map<QueuedSong, FileWish> wishes, double seconds) throws IOException {
        Map<QueuedSong, Existing> found = new HashMap<>();
        for (QueuedSong song : songs) {
            FileWish wish = wishes.get(song);
            if (wish != null) {
                found.put(song, FileSeparations.existing(wish, song.tags(), plan.names()));
            }
        }
        double there = plan.place().existing() == OutputPlace.Existing.SKIP
                ? found.entrySet().stream().filter(it -> it.getValue().isDone())
                        .mapToDouble(it -> it.getKey().soundSeconds().orElse(0)).sum()
                : 0;
        FileSeparations.requireRoom(plan.how(), Math.max(0, seconds - there), plan.place().folder());
        return found;
    }

    private void start(SessionBatch.Plan plan, Map<QueuedSong, Existing> found) {
        starting = false;
        List<QueuedSong> waiting =
                queue().songs().stream().filter(it -> it.state() instanceof SongState.Waiting && found.containsKey(it)).toList();
        switch (plan.place().existing()) {
            case REFUSE -> {
                long there = waiting.stream().filter(it -> !existing(found, it).there().isEmpty()).count();
                if (there > 0) {
                    question.set(new Question.StemsAreThere((int) there));
                    changed.run();
                    return;
                }
            }
            case SKIP -> waiting.stream().filter(it -> existing(found, it).isDone())
                    .forEach(it -> queue().end(it, new SongState.Skipped(existing(found, it).targets())));
            case OVERWRITE -> { }
        }
        begun = true;
        batch.start(plan);
    }

    private static Existing existing(Map<QueuedSong, Existing> found, QueuedSong song) {
        return found.getOrDefault(song, new Existing(List.of(), List.of()));
    }

    void retry(Collection<QueuedSong> songs) {
        queue().retry(songs::contains);
        goOn();
    }

    void retryFailed() {
        queue().retry(it -> it.state() instanceof SongState.Failed);
        goOn();
    }

    /// With what is chosen now, if all was over.
    private void goOn() {
        if (isOn()) {
            batch.goOn();
        } else if (begun) {
            start();
        }
        changed.run();
    }

    /// Waiting songs are taken off, too; the one at hand is stopped.
    void remove(Collection<QueuedSong> songs) {
        songs.stream().filter(it -> it.state() instanceof SongState.AtWork).forEach(batch::cancel);
        queue().remove(songs);
        changed.run();
    }

    void removeFinished() {
        remove(queue().songs().stream()
                .filter(it -> it.state() instanceof SongState.Done || it.state() instanceof SongState.Skipped).toList());
    }

    void move(Collection<QueuedSong> songs, int places) {
        queue().move(songs, places);
        changed.run();
    }

    /// Rests, or goes on.
    void toggleRest() {
        if (batch.isResting()) {
            batch.resume();
        } else if (isOn()) {
            batch.pause();
        }
    }

    void cancelAll() {
        batch.cancelAll();
        changed.run();
    }

    long count(Class<? extends SongState> state) {
        return queue().counts().getOrDefault(state, 0L);
    }

    /// Of what waits or is at work; empty while nobody knows, and where there is nothing to do.
    OptionalDouble secondsLeft() {
        boolean toDo = count(SongState.Waiting.class) + count(SongState.AtWork.class) > 0;
        return toDo ? batch.secondsLeft() : OptionalDouble.empty();
    }
}
