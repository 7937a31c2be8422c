package dev.unbraid.app.queue;

import dev.unbraid.app.controls.FileBrowser;
import dev.unbraid.app.fx.Gradually;
import dev.unbraid.batch.SongState;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What the queue's window shows. Empty at first: its parts come one after the other, so that the window opens at once.
final class QueueView extends BorderPane {
    private final QueueViewModel viewModel;
    private final QueueWords words;
    private final Locale locale;
    private final Gradually gradually = new Gradually(this);
    private final List<Runnable> parts = new ArrayList<>();

    QueueView(QueueViewModel viewModel, QueueWords words, FileBrowser browser, Locale locale) {
        this.viewModel = viewModel;
        this.words = words;
        this.locale = locale;
        getStyleClass().add("ub-queue");
        ScrollPane left = new ScrollPane();
        left.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        left.setFitToWidth(true);
        left.setFocusTraversable(false);
        left.getStyleClass().add("ub-queue-left");
        setLeft(left);
        VBox middle = new VBox();
        setCenter(middle);
        SetupPane setup = new SetupPane(viewModel, words);
        left.setContent(setup);
        gradually.then(() -> addBar(new QueueBar(viewModel, words)))
                .then(() -> middle.getChildren().add(head()))
                .then(() -> addList(middle, new SongList(viewModel, words, browser, gradually)));
        setup.pieces().forEach(gradually::then);
        parts.add(setup::refresh);
    }

    private void addBar(QueueBar bar) {
        setBottom(bar);
        add(bar::refresh);
    }

    private void addList(VBox middle, SongList list) {
        VBox.setVgrow(list, Priority.ALWAYS);
        middle.getChildren().add(list);
        list.requestFocus();
        add(list::follow);
    }

    private HBox head() {
        Label all = new Label();
        all.getStyleClass().addAll("ub-section", "ub-number");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button retry = quiet("retry-failed", viewModel::retryFailed);
        Button clear = quiet("clear", viewModel::removeFinished);
        HBox head = new HBox(all, gap, retry, clear);
        head.getStyleClass().add("ub-queue-head");
        add(() -> {
            all.setText(summary().toUpperCase(locale));
            retry.setVisible(viewModel.count(SongState.Failed.class) > 0);
            clear.setVisible(viewModel.count(SongState.Done.class) + viewModel.count(SongState.Skipped.class) > 0);
        });
        return head;
    }

    private Button quiet(String key, Runnable action) {
        Button button = new Button(words.text(key));
        button.getStyleClass().add("ub-quiet");
        button.setOnAction(_ -> action.run());
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    private String summary() {
        int songs = viewModel.queue().songs().size();
        double seconds = viewModel.queue().soundSeconds();
        return seconds > 0 ? words.text("all.sound", songs, words.about(seconds)) : words.text("all", songs);
    }

    /// @param refresh of a part that is there now
    private void add(Runnable refresh) {
        gradually.then(() -> {
            parts.add(refresh);
            refresh.run();
        });
    }

    /// Shows how all stands now.
    void refresh() {
        parts.forEach(Runnable::run);
    }
}
