package dev.unbraid.app.queue;

import dev.unbraid.app.controls.DialogStage;
import dev.unbraid.app.controls.FileBrowser;
import dev.unbraid.app.fx.Background;
import dev.unbraid.app.fx.Pulse;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.batch.SongState;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Modality;
import javafx.stage.Window;

/// Many songs, taken apart one after the other while the rest of the program stays usable: a window beside the desk's.
/// Closed, it goes on.
public final class QueueWindow {
    private static final double WIDTH = 1_040;
    private static final double HEIGHT = 680;
    private static final double LEAST_WIDTH = 860;
    private static final double LEAST_HEIGHT = 560;

    private final Desk desk;
    private final QueueWords words;
    private final QueueViewModel viewModel;
    private final Pulse pulse = new Pulse(this::refresh);
    private final SongList list;
    private final SetupPane setup;
    private final QueueBar bar;
    private final Button retry;
    private final Button clear;
    private final Label all = new Label();
    private Optional<DialogStage> stage = Optional.empty();

    /// @param unshown hears that there is no window to show a folder in
    public QueueWindow(Desk desk, Consumer<Exception> unshown) {
        this.desk = desk;
        words = new QueueWords(desk.locale());
        Background background = new Background();
        viewModel = new QueueViewModel(desk, background, pulse::request);
        list = new SongList(viewModel, words, new FileBrowser(background, unshown));
        setup = new SetupPane(viewModel, words);
        bar = new QueueBar(viewModel, words);
        retry = quiet("retry-failed", viewModel::retryFailed);
        clear = quiet("clear", viewModel::removeFinished);
        viewModel.choices().folderProperty().addListener(_ -> pulse.request());
        viewModel.choices().modelProperty().addListener(_ -> pulse.request());
        // What is told of the song at hand is the job's, which the session tells of.
        desk.session().jobs().addListener((javafx.beans.InvalidationListener) _ -> pulse.request());
    }

    private Button quiet(String key, Runnable action) {
        Button button = new Button(words.text(key));
        button.getStyleClass().add("ub-quiet");
        button.setOnAction(_ -> action.run());
        button.managedProperty().bind(button.visibleProperty());
        return button;
    }

    /// Whether songs are being taken apart, or rest.
    public boolean isBusy() {
        return viewModel.isOn();
    }

    /// @param pointedAt files and folders to be added
    public void show(Window owner, List<Path> pointedAt) {
        DialogStage shown = stage.orElseGet(() -> build(owner));
        stage = Optional.of(shown);
        viewModel.choices().refresh();
        viewModel.add(pointedAt);
        refresh();
        pulse.start();
        shown.show();
        shown.toFront();
        list.requestFocus();
    }

    private DialogStage build(Window owner) {
        BorderPane content = new BorderPane(middle());
        ScrollPane left = new ScrollPane(setup);
        left.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        left.setFitToWidth(true);
        left.setFocusTraversable(false);
        left.getStyleClass().add("ub-queue-left");
        content.setLeft(left);
        content.setBottom(bar);
        content.getStyleClass().add("ub-queue");
        content.setPrefSize(WIDTH, HEIGHT);
        DialogStage built = new DialogStage(owner, words.text("title"), content);
        built.initModality(Modality.NONE);
        built.setMinWidth(LEAST_WIDTH);
        built.setMinHeight(LEAST_HEIGHT);
        built.showingProperty().addListener((_, _, showing) -> {
            if (!showing) {
                pulse.stop();
                // Its style sheets follow its owner's only while it is open.
                stage = Optional.empty();
                content.setCenter(null);
                content.setBottom(null);
                left.setContent(null);
            }
        });
        takeDrops(content);
        return built;
    }

    private VBox middle() {
        all.getStyleClass().addAll("ub-section", "ub-number");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(all, gap, retry, clear);
        head.getStyleClass().add("ub-queue-head");
        VBox.setVgrow(list, Priority.ALWAYS);
        return new VBox(head, list);
    }

    private void takeDrops(Region content) {
        content.addEventHandler(DragEvent.DRAG_OVER, over -> {
            if (over.getDragboard().hasFiles()) {
                over.acceptTransferModes(TransferMode.COPY);
                over.consume();
            }
        });
        content.addEventHandler(DragEvent.DRAG_DROPPED, drop -> {
            if (drop.getDragboard().hasFiles()) {
                List<Path> files = drop.getDragboard().getFiles().stream().map(File::toPath).toList();
                drop.setDropCompleted(true);
                drop.consume();
                viewModel.add(files);
            }
        });
    }

    private void refresh() {
        list.follow();
        setup.refresh();
        bar.refresh();
        int songs = viewModel.queue().songs().size();
        double seconds = viewModel.queue().soundSeconds();
        all.setText((seconds > 0 ? words.text("all.sound", songs, words.about(seconds)) : words.text("all", songs))
                .toUpperCase(desk.locale()));
        retry.setVisible(viewModel.count(SongState.Failed.class) > 0);
        clear.setVisible(viewModel.count(SongState.Done.class) + viewModel.count(SongState.Skipped.class) > 0);
    }
}
