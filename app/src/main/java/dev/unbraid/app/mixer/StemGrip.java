package dev.unbraid.app.mixer;

import dev.unbraid.app.mirror.Desk;
import dev.unbraid.project.LaneId;
import dev.unbraid.ui.Messages;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Cursor;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;

/// What a stem is held by to be dragged out of the window as a WAV file.
///
/// The file is written from the press on; the drag begins as soon as it is there, without waiting on this thread.
final class StemGrip extends StackPane {
    private final Desk desk;
    private final LaneId lane;
    private CompletableFuture<Path> file = new CompletableFuture<>();

    StemGrip(Desk desk, LaneId lane, Messages messages) {
        this.desk = desk;
        this.lane = lane;
        getStyleClass().add("ub-grip");
        getChildren().add(new FontIcon(MaterialDesignF.FILE_MUSIC_OUTLINE));
        setCursor(Cursor.OPEN_HAND);
        setAccessibleText(messages.text("grip"));
        Tooltip.install(this, new Tooltip(messages.text("grip")));
        setOnMousePressed(_ -> file = CompletableFuture.supplyAsync(this::write));
        setOnMouseDragged(event -> event.setDragDetect(isThere()));
        setOnDragDetected(this::begin);
    }

    private Path write() {
        try {
            return desk.session().session().laneAsFile(lane);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isThere() {
        return file.isDone() && !file.isCompletedExceptionally();
    }

    private void begin(MouseEvent event) {
        if (!isThere()) {
            return;
        }
        ClipboardContent content = new ClipboardContent();
        content.putFiles(List.of(file.join().toFile()));
        Dragboard board = startDragAndDrop(TransferMode.COPY);
        board.setContent(content);
        event.consume();
    }
}
