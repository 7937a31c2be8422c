package dev.unbraid.app.preferences;

import dev.unbraid.app.controls.Choice;
import dev.unbraid.app.controls.FormGrid;
import dev.unbraid.app.problems.ProblemLine;
import dev.unbraid.cache.FinishedWork;
import dev.unbraid.ui.Messages;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What separations have left on disk: where, how much of what, how much at most, and how to be rid of it.
final class StoragePage extends VBox {
    private static final double MEGABYTE = 1e6;
    private static final List<Double> LIMITS = List.of(0.0, 5.0, 10.0, 20.0, 50.0, 100.0);

    private final StorageViewModel viewModel;
    private final Messages messages;
    private final Label stems = figure("storage-stems");
    private final Label segments = figure("storage-segments");
    private final Button clear = new Button();
    private final HBox clearing = new HBox(8);
    private final ProblemLine outcome;

    StoragePage(StorageViewModel viewModel, Messages messages) {
        this.viewModel = viewModel;
        this.messages = messages;
        outcome = new ProblemLine(messages.locale());
        getStyleClass().add("ub-storage");
        clear.setText(messages.text("storage.clear"));
        clear.setOnAction(_ -> ask());
        clear.setMinWidth(USE_PREF_SIZE);
        clearing.setAlignment(Pos.CENTER_RIGHT);
        getChildren().addAll(new FormGrid()
                .row(messages.text("storage.folder"), folder())
                .row(messages.text("storage.stems"), stems)
                .row(messages.text("storage.segments"), segments)
                .row(messages.text("storage.limit"), limit()), clearing, outcome);
        viewModel.usageProperty().addListener(_ -> showUsage());
        viewModel.clearedProperty().addListener(_ -> showCleared());
        viewModel.problemProperty().addListener((_, _, now) -> now.ifPresent(outcome::show));
        showUsage();
        offer();
    }

    private static Label figure(String id) {
        Label figure = new Label();
        figure.setId(id);
        figure.getStyleClass().addAll("ub-number", "ub-form-value");
        return figure;
    }

    private Node folder() {
        TextField path = new TextField(viewModel.folder().toString());
        path.setEditable(false);
        path.setAccessibleText(messages.text("storage.folder"));
        HBox.setHgrow(path, Priority.ALWAYS);
        Button open = new Button(messages.text("storage.open"));
        open.setMinWidth(USE_PREF_SIZE);
        open.setOnAction(_ -> viewModel.openFolder());
        return new HBox(8, path, open);
    }

    private Node limit() {
        Choice<Double> choice = new Choice<>(it -> messages.text("storage.gigabytes", it), viewModel::chooseLimit);
        choice.setAccessibleText(messages.text("storage.limit"));
        double now = viewModel.limitGigabytes();
        choice.show(LIMITS.contains(now) ? LIMITS : Stream.concat(LIMITS.stream(), Stream.of(now)).sorted().toList(), now);
        Label hint = new Label(messages.text("storage.hint"));
        hint.setWrapText(true);
        hint.getStyleClass().addAll("ub-dim", "ub-small");
        return new VBox(4, choice, hint);
    }

    private void showUsage() {
        Optional<FinishedWork.Usage> usage = viewModel.usageProperty().get();
        stems.setText(usage.map(it -> size(it.stemBytes())).orElse(""));
        segments.setText(usage.map(it -> size(it.segmentBytes())).orElse(""));
        clear.setDisable(usage.filter(it -> it.bytes() > 0).isEmpty());
    }

    private String size(long bytes) {
        return messages.text("storage.megabytes", Math.ceil(bytes / MEGABYTE));
    }

    private void offer() {
        clearing.getChildren().setAll(clear);
    }

    private void ask() {
        outcome.show(Optional.empty());
        Label question = new Label(messages.text("storage.question"));
        question.setWrapText(true);
        question.setMinHeight(USE_PREF_SIZE);
        question.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(question, Priority.ALWAYS);
        Button keep = new Button(messages.text("storage.keep"));
        keep.setMinWidth(USE_PREF_SIZE);
        keep.setOnAction(_ -> {
            offer();
            clear.requestFocus();
        });
        Button sure = new Button(messages.text("storage.sure"));
        sure.setMinWidth(USE_PREF_SIZE);
        sure.setOnAction(_ -> {
            offer();
            viewModel.clear();
        });
        clearing.getChildren().setAll(question, keep, sure);
        keep.requestFocus();
    }

    private void showCleared() {
        outcome.show(viewModel.clearedProperty().get().map(it -> it.inUseBytes() == 0
                ? messages.text("storage.cleared", size(it.freedBytes()))
                : messages.text("storage.in.use", size(it.freedBytes()), size(it.inUseBytes()))));
    }
}
