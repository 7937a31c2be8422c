package dev.unbraid.app.mixer;

import dev.unbraid.app.controls.Tip;
import dev.unbraid.app.fx.Background;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.project.LaneId;
import dev.unbraid.ui.Messages;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Cursor;
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
    private final Messages messages;
    private final Background background = new Background();
    private Optional<Path> file = Optional.empty();
    private boolean writing;

    StemGrip(Desk desk, LaneId lane, Messages messages) {
        this.desk = desk;
        this.lane = lane;
        this.messages = messages;
        getStyleClass().add("ub-grip");
        getChildren().add(new FontIcon(MaterialDesignF.FILE_MUSIC_OUTLINE));
        setCursor(Cursor.OPEN_HAND);
        setAccessibleText(messages.text("grip"));
        Tip.on(this, messages.text("grip"));
        setOnMousePressed(_ -> {
            file = Optional.empty();
            write();
        });
        setOnMouseDragged(event -> event.setDragDetect(file.isPresent()));
        setOnDragDetected(this::begin);
    }

    private void write() {
        if (file.isPresent() || writing) {
            return;
        }
        writing = true;
        background.ask(() -> desk.session().session().laneAsFile(lane), written -> {
            writing = false;
            file = Optional.of(written);
        }, failure -> {
            writing = false;
            Tip.on(this, messages.text("grip.failed", String.valueOf(failure.getMessage())));
        });
    }

    private void begin(MouseEvent event) {
        if (file.isEmpty()) {
            return;
        }
        ClipboardContent content = new ClipboardContent();
        content.putFiles(List.of(file.get().toFile()));
        Dragboard board = startDragAndDrop(TransferMode.COPY);
        board.setContent(content);
        event.consume();
    }
}
