package dev.unbraid.app.tasks;

import dev.unbraid.app.controls.DropPanel;
import dev.unbraid.app.controls.Tip;
import dev.unbraid.app.fx.EveryFrame;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.app.mirror.SessionMirror;
import dev.unbraid.assets.AudioAsset;
import dev.unbraid.session.Job;
import dev.unbraid.session.JobState;

import java.util.Optional;
import java.util.OptionalDouble;
import javafx.beans.InvalidationListener;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;

/// The job at hand in one line; a press shows them all.
public final class JobStatus extends Button {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final PseudoClass WARNED = PseudoClass.getPseudoClass("warned");
    private static final PseudoClass IDLE = PseudoClass.getPseudoClass("idle");

    private final SessionMirror session;
    private final TaskBoard board;
    private final TaskWords words;
    private final ProgressBar progress = new ProgressBar(0);
    private final Label status = new Label();
    private final Label left = new Label();
    private final Label pace = new Label();
    private final DropPanel panel;
    private final EveryFrame reader = new EveryFrame(this::show);
    private Optional<JobState> shown = Optional.empty();

    public JobStatus(Desk desk) {
        session = desk.session();
        board = new TaskBoard(session);
        words = new TaskWords(desk.locale());
        panel = new DropPanel(new TaskListView(desk));
        getStyleClass().setAll("button", "ub-job-status");
        setGraphic(line());
        Tip.on(this, words.text("open"));
        setOnAction(_ -> toggleList());
        session.jobs().addListener((InvalidationListener) _ -> follow());
        follow();
    }

    private HBox line() {
        // A progress bar keeps presses to itself, which are meant for what it lies on.
        progress.setMouseTransparent(true);
        progress.getStyleClass().add("ub-thin-progress");
        status.getStyleClass().addAll("ub-number", "ub-job-status-text");
        left.getStyleClass().addAll("ub-dim", "ub-number");
        pace.getStyleClass().addAll("ub-dim", "ub-number");
        HBox line = new HBox(progress, status, left, pace);
        line.getStyleClass().add("ub-job-status-line");
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    /// Opens or closes the list of all tasks.
    public void toggleList() {
        panel.toggle(this, DropPanel.Side.ABOVE);
    }

    private void follow() {
        shown = Optional.empty();
        reader.setOn(board.isBusy());
        show();
    }

    private void show() {
        Optional<Job> job = board.foremost();
        Optional<JobState> state = job.map(Job::state);
        if (shown.isEmpty() || !shown.equals(state)) {
            shown = state;
            job.ifPresentOrElse(it -> show(it, it.state()), this::showNothing);
        }
    }

    private void showNothing() {
        say(words.text("idle"), "", "");
        pseudoClassStateChanged(IDLE, true);
        pseudoClassStateChanged(FAILED, false);
        pseudoClassStateChanged(WARNED, false);
        present(progress, false);
    }

    private void show(Job job, JobState state) {
        OptionalDouble rate = pace(job, state);
        say(line(job, state), words.timeLeft(state).orElse(""),
                rate.isPresent() ? words.pace(rate.getAsDouble()) : "");
        pseudoClassStateChanged(IDLE, false);
        pseudoClassStateChanged(FAILED, state instanceof JobState.Failed);
        pseudoClassStateChanged(WARNED, TaskBoard.isWarned(job));
        present(progress, !state.isOver());
        if (state instanceof JobState.Running running) {
            progress.setProgress(running.fraction().orElse(ProgressBar.INDETERMINATE_PROGRESS));
        }
    }

    private void say(String line, String timeLeft, String rate) {
        status.setText(line);
        setAccessibleText(line);
        left.setText(timeLeft);
        pace.setText(rate);
        present(left, !timeLeft.isEmpty());
        present(pace, !rate.isEmpty());
    }

    private String line(Job job, JobState state) {
        int others = board.others();
        String says = words.status(job, state);
        return others > 0 ? words.text("more", says, others) : says;
    }

    private OptionalDouble pace(Job job, JobState state) {
        if (job.kind() != Job.Kind.SEPARATION) {
            return OptionalDouble.empty();
        }
        return session.project().songs().stream()
                .filter(song -> song.title().equals(job.subject()))
                .flatMap(song -> session.session().sound(song.mix().asset()).stream())
                .findFirst()
                .map(sound -> Pace.of(state, seconds(sound)))
                .orElse(OptionalDouble.empty());
    }

    private static double seconds(AudioAsset sound) {
        return (double) sound.frames() / sound.spec().sampleRate();
    }

    private static void present(javafx.scene.Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
