package dev.unbraid.app.tasks;

import dev.unbraid.app.controls.IconButton;
import dev.unbraid.app.controls.Tip;
import dev.unbraid.session.Job;
import dev.unbraid.session.JobState;
import org.jspecify.annotations.Nullable;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// One job; its nodes are made once and serve whichever job scrolls by.
final class TaskCell extends ListCell<Job> {
    private static final PseudoClass FAILED = PseudoClass.getPseudoClass("failed");
    private static final double LEAST_PX = 76;
    private static final double LINE_PX = 1;
    /// Of the list's scroll bar.
    private static final double BAR_PX = 16;

    private final TaskBoard board;
    private final TaskWords words;
    private final Label subject = new Label();
    private final Label status = new Label();
    private final Label left = new Label();
    private final Label warnings = new Label();
    private final ProgressBar progress = new ProgressBar(0);
    private final Map<TaskAction, Button> buttons = new EnumMap<>(TaskAction.class);
    private final VBox content;
    private Optional<Job> job = Optional.empty();
    private Optional<JobState> shown = Optional.empty();

    TaskCell(TaskBoard board, TaskWords words) {
        this.board = board;
        this.words = words;
        getStyleClass().add("ub-task");
        // A progress bar keeps presses to itself, which are meant for what it lies on.
        progress.setMouseTransparent(true);
        progress.getStyleClass().add("ub-thin-progress");
        progress.setMaxWidth(Double.MAX_VALUE);
        warnings.getStyleClass().add("ub-task-warnings");
        warnings.setWrapText(true);
        warnings.setMinHeight(Region.USE_PREF_SIZE);
        content = new VBox(head(), progress, foot(), warnings);
        content.getStyleClass().add("ub-task-content");
        // As wide as the list, which else would scroll to the end of the longest words.
        setPrefWidth(0);
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
        Tip.on(status, says);
        left.setText(words.timeLeft(state).orElse(""));
        setAccessibleText("%s. %s".formatted(now.subject(), says));
        pseudoClassStateChanged(FAILED, state instanceof JobState.Failed);
        showWarnings(state.isOver() ? words.warnings(now) : List.of());
        progress.setVisible(!state.isOver());
        progress.setProgress(fraction(state));
        if (another) {
            showActions();
        }
    }

    private void showWarnings(List<String> sentences) {
        warnings.setText(String.join("\n", sentences));
        warnings.setVisible(!sentences.isEmpty());
        warnings.setManaged(!sentences.isEmpty());
        requestLayout();
    }

    /// As high as its warnings need; the list asks without telling a width.
    @Override
    protected double computePrefHeight(double width) {
        double room = getListView() == null ? getWidth() : getListView().getWidth() - BAR_PX;
        return job.isPresent() ? Math.max(LEAST_PX, Math.ceil(content.prefHeight(room)) + LINE_PX) : LEAST_PX;
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
            if (action == TaskAction.COPY_DETAILS) {
                ClipboardContent text = new ClipboardContent();
                text.putString(JobDetails.of(it));
                Clipboard.getSystemClipboard().setContent(text);
            }
            board.perform(action, it);
            tick();
        });
    }
}
