package dev.unbraid.app.queue;

import dev.unbraid.app.controls.DialogStage;
import dev.unbraid.app.controls.FileBrowser;
import dev.unbraid.app.fx.Background;
import dev.unbraid.app.fx.Pulse;
import dev.unbraid.app.mirror.Desk;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
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
    private final FileBrowser browser;
    private final Pulse pulse = new Pulse(this::refresh);
    private Optional<QueueView> view = Optional.empty();
    private Optional<DialogStage> stage = Optional.empty();

    /// @param unshown hears that there is no window to show a folder in
    public QueueWindow(Desk desk, Consumer<Exception> unshown) {
        this.desk = desk;
        words = new QueueWords(desk.locale());
        Background background = new Background();
        browser = new FileBrowser(background, unshown);
        viewModel = new QueueViewModel(desk, background, pulse::request);
        viewModel.choices().folderProperty().addListener(_ -> pulse.request());
        viewModel.choices().modelProperty().addListener(_ -> pulse.request());
        // What is told of the song at hand is the job's, which the session tells of.
        desk.session().jobs().addListener((javafx.beans.InvalidationListener) _ -> pulse.request());
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
    }

    private DialogStage build(Window owner) {
        QueueView shown = view.orElseGet(() -> new QueueView(viewModel, words, browser, desk.locale()));
        view = Optional.of(shown);
        StackPane content = new StackPane(shown);
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
                content.getChildren().clear();
            }
        });
        takeDrops(content);
        return built;
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
        view.ifPresent(QueueView::refresh);
    }
}
