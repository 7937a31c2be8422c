package dev.unbraid.app.tasks;

import dev.unbraid.app.controls.IconButton;
import dev.unbraid.session.Job;
import dev.unbraid.session.JobState;
import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One job; its nodes are made once and serve whichever job scrolls by.
final class TaskCell extends ListCell<Job> {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");

    private final TaskBoard board;
    private final TaskWords words;
    private final Label subject = new Label();
    private final Label status = new Label();
    private final Label left = new Label();
    private final ProgressBar progress = new ProgressBar(0);
    private final Tooltip whole = new Tooltip();
    private final Map<TaskAction, Button> buttons = new EnumMap<>(TaskAction.class);
    private final VBox content;
    private Optional<Job> job = Optional.empty();
    private Optional<JobState> shown = Optional.empty();

    TaskCell(TaskBoard board, TaskWords words) {
        this.board = board;
        this.words = words;
        getStyleClass().add("ub-task");
        progress.getStyleClass().add("ub-thin-progress");
        progress.setMaxWidth(Double.MAX_VALUE);
        content = new VBox(head(), progress, foot());
        content.getStyleClass().add("ub-task-content");
    }

    private HBox head() {
        subject.getStyleClass().add("ub-strong");
        subject.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(subject, Priority.ALWAYS);
        HBox head = new HBox(subject);
        head.getStyleClass().add("ub-task-head");
        head.setAlignment(Pos.CENTER_LEFT);
        for (TaskAction action : TaskAction.values()) {
            Button button = new IconButton(action.icon(), words.text(action.key()), () -> perform(action));
            button.getStyleClass().add("ub-task-action");
            buttons.put(action, button);
            head.getChildren().add(button);
        }
        return head;
    }

    private HBox foot() {
        status.getStyleClass().addAll("ub-dim", "ub-number", "ub-task-status");
        status.setTooltip(whole);
        left.getStyleClass().addAll("ub-dim", "ub-number");
        left.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox foot = new HBox(status, gap, left);
        foot.getStyleClass().add("ub-task-foot");
        return foot;
    }

    @Override
    protected void updateItem(@Nullable Job item, boolean empty) {
        super.updateItem(item, empty);
        job = empty ? Optional.empty() : Optional.ofNullable(item);
        shown = Optional.empty();
        setGraphic(job.isPresent() ? content : null);
        setAccessibleText("");
        tick();
    }

    /// Shows where the job is now; once a frame.
    void tick() {
        job.ifPresent(it -> show(it, it.state()));
    }

    private void show(Job now, JobState state) {
        if (shown.equals(Optional.of(state))) {
            return;
        }
        boolean another = shown.filter(it -> it.getClass().equals(state.getClass())).isEmpty();
        shown = Optional.of(state);
        String says = words.status(now, state);
        subject.setText(now.subject());
        status.setText(says);
        whole.setText(says);
        left.setText(words.timeLeft(state).orElse(""));
        setAccessibleText("%s. %s".formatted(now.subject(), says));
        pseudoClassStateChanged(FAILED, state instanceof JobState.Failed);
        progress.setVisible(!state.isOver());
        progress.setProgress(fraction(state));
        if (another) {
            showActions();
        }
    }

    private static double fraction(JobState state) {
        return switch (state) {
            case JobState.Running running -> running.fraction().orElse(ProgressBar.INDETERMINATE_PROGRESS);
            case JobState.Paused(int step, int steps) -> steps > 0 ? (double) step / steps : 0;
            case JobState.Waiting _, JobState.Done _, JobState.Cancelled _, JobState.Failed _ -> 0;
        };
    }

    /// Where a job may move depends on its neighbours.
    void showActions() {
        job.map(board::actions).ifPresent(possible -> buttons.forEach((action, button) -> {
            button.setVisible(possible.contains(action));
            button.setManaged(possible.contains(action));
        }));
    }

    private void perform(TaskAction action) {
        job.ifPresent(it -> {
            if (action == TaskAction.COPY_DETAILS && it.state() instanceof JobState.Failed(Exception cause)) {
                ClipboardContent text = new ClipboardContent();
                text.putString(FailureDetails.of(it, cause));
                Clipboard.getSystemClipboard().setContent(text);
            }
            board.perform(action, it);
            tick();
        });
    }
}
