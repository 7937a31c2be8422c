package dev.unbraid.app.shell;

import dev.unbraid.ui.Messages;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;

/// Takes files and folders that are dropped anywhere on the window, and shows over it that it would.
final class DropTarget extends StackPane {
    DropTarget(Messages messages) {
        getStyleClass().add("ub-drop-over");
        Label words = new Label(messages.text("drop.over"));
        words.getStyleClass().add("ub-title");
        getChildren().add(words);
        setVisible(false);
        setMouseTransparent(true);
    }

    void listenTo(Scene scene, Consumer<List<Path>> dropped) {
        scene.addEventHandler(DragEvent.DRAG_OVER, over -> {
            if (isFromOutside(scene, over)) {
                over.acceptTransferModes(TransferMode.COPY);
                setVisible(true);
                over.consume();
            }
        });
        scene.addEventHandler(DragEvent.DRAG_EXITED, exited -> {
            if (scene.equals(exited.getTarget())) {
                setVisible(false);
            }
        });
        scene.addEventHandler(DragEvent.DRAG_DROPPED, drop -> {
            setVisible(false);
            if (isFromOutside(scene, drop)) {
                List<Path> files = drop.getDragboard().getFiles().stream().map(File::toPath).toList();
                drop.setDropCompleted(true);
                drop.consume();
                dropped.accept(files);
            }
        });
    }

    /// A stem that is dragged out comes past here, too.
    private static boolean isFromOutside(Scene scene, DragEvent event) {
        boolean fromHere = event.getGestureSource() instanceof Node node && scene.equals(node.getScene());
        return !fromHere && event.getDragboard().hasFiles();
    }
}
