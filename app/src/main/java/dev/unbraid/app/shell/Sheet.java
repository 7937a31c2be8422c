package dev.unbraid.app.shell;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// A card over the window that wants an answer first, while all behind it goes on.
final class Sheet extends StackPane {
    private final StackPane place = new StackPane();
    private Runnable dismissed = () -> { };
    private Optional<Node> before = Optional.empty();

    Sheet() {
        getStyleClass().add("ub-scrim");
        place.getStyleClass().add("ub-sheet");
        place.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        setAlignment(Pos.CENTER);
        getChildren().add(place);
        setVisible(false);
        managedProperty().bind(visibleProperty());
        addEventHandler(MouseEvent.MOUSE_PRESSED, pressed -> {
            pressed.consume();
            if (equals(pressed.getTarget())) {
                dismiss();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == KeyCode.ESCAPE) {
                dismiss();
            }
            // No command of the window behind.
            pressed.consume();
        });
    }

    /// @param first     gets the focus
    /// @param dismissed runs if the card is put away without an answer
    void show(Node card, Node first, Runnable dismissed) {
        this.dismissed = dismissed;
        before = isVisible() ? before : Optional.ofNullable(getScene().getFocusOwner());
        place.getChildren().setAll(card);
        setVisible(true);
        first.requestFocus();
    }

    void hide() {
        setVisible(false);
        place.getChildren().clear();
        before.ifPresent(Node::requestFocus);
    }

    private void dismiss() {
        hide();
        dismissed.run();
    }

    /// Whether `node` may have the focus now.
    boolean admits(Node node) {
        if (!isVisible()) {
            return true;
        }
        for (Node at = node; at != null; at = at.getParent()) {
            if (equals(at)) {
                return true;
            }
        }
        return false;
    }
}
