package dev.unbraid.app.queue;

import dev.unbraid.batch.SongState;
import dev.unbraid.session.OutputPlace;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// All songs together: how far they are, how long it takes, and what can be done with all. Questions are asked here.
final class QueueBar extends VBox {
    private static final int MOST_NAMED = 3;

    private final QueueViewModel viewModel;
    private final QueueWords words;
    private final ProgressBar progress = new ProgressBar(0);
    private final Label counts = new Label();
    private final Label left = new Label();
    private final HBox buttons = new HBox();
    private final Button start;
    private final Button rest;
    private final Button stop;

    QueueBar(QueueViewModel viewModel, QueueWords words) {
        this.viewModel = viewModel;
        this.words = words;
        getStyleClass().add("ub-queue-bar");
        progress.getStyleClass().add("ub-thin-progress");
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setAccessibleText(words.text("progress"));
        counts.setWrapText(true);
        counts.setMaxWidth(Double.MAX_VALUE);
        left.getStyleClass().addAll("ub-dim", "ub-number");
        left.managedProperty().bind(left.textProperty().isNotEmpty());
        VBox says = new VBox(counts, left);
        says.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(says, Priority.ALWAYS);
        buttons.getStyleClass().add("ub-buttons");
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(says, buttons);
        line.getStyleClass().add("ub-queue-bar-line");
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(progress, line);
        start = button("start", viewModel::start);
        start.getStyleClass().add("ub-primary");
        rest = button("pause", viewModel::toggleRest);
        stop = button("cancel-all", viewModel::cancelAll);
        viewModel.questionProperty().addListener(_ -> refresh());
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(words.text(key));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> action.run());
        return button;
    }

    void refresh() {
        boolean on = viewModel.isOn();
        progress.setProgress(viewModel.batch().fraction());
        progress.setVisible(!viewModel.queue().songs().isEmpty());
        switch (viewModel.questionProperty().get()) {
            case QueueViewModel.Question.None() -> showProgress(on);
            case QueueViewModel.Question.StemsAreThere(int songs) -> ask(words.text("there", songs),
                    button("there.cancel", viewModel::answer),
                    button("there.replace", () -> viewModel.start(OutputPlace.Existing.OVERWRITE)),
                    button("there.skip", () -> viewModel.start(OutputPlace.Existing.SKIP)));
            case QueueViewModel.Question.Refused(var refused) -> ask(refused.stream().limit(MOST_NAMED).map(words::refused)
                    .collect(Collectors.joining(" ")), button("ok", viewModel::answer));
            case QueueViewModel.Question.Failed(Exception problem) ->
                ask(words.sentence(problem), button("ok", viewModel::answer));
        }
    }

    private void ask(String question, Button... answers) {
        say(question, "");
        if (!buttons.getChildren().contains(answers[0])) {
            answers[answers.length - 1].getStyleClass().add("ub-primary");
            buttons.getChildren().setAll(answers);
        }
    }

    private void say(String line, String time) {
        counts.setText(line);
        left.setText(time);
    }

    private void showProgress(boolean on) {
        say(viewModel.isLooking() ? words.text("looking", viewModel.queue().songs().size()) : counts(),
                viewModel.batch().isResting() ? words.text("resting") : words.left(viewModel.secondsLeft()).orElse(on ? words.text("measuring") : ""));
        long waiting = viewModel.count(SongState.Waiting.class);
        start.setText(words.text("start", waiting));
        start.setDisable(!viewModel.canStart() || viewModel.isLooking());
        rest.setText(words.text(viewModel.batch().isResting() ? "resume" : "pause"));
        List<Node> now = on ? List.of(stop, rest) : List.of(start);
        if (!buttons.getChildren().equals(now)) {
            buttons.getChildren().setAll(now);
        }
    }

    private String counts() {
        int all = viewModel.queue().songs().size();
        if (all == 0) {
            return words.text("empty");
        }
        List<String> parts = new ArrayList<>();
        long done = viewModel.count(SongState.Done.class);
        parts.add(words.text("count.done", done, all));
        add(parts, "count.skipped", viewModel.count(SongState.Skipped.class));
        add(parts, "count.failed", viewModel.count(SongState.Failed.class));
        add(parts, "count.cancelled", viewModel.count(SongState.Cancelled.class));
        return String.join(" · ", parts);
    }

    private void add(List<String> parts, String key, long count) {
        if (count > 0) {
            parts.add(words.text(key, count));
        }
    }
}
