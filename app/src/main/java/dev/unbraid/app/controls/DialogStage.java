package dev.unbraid.app.controls;

import dev.unbraid.app.fx.Gradually;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.event.Event;
import javafx.event.EventHandler;
import javafx.event.EventType;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.InputEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Modality;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;

/// A window of its own over another that waits for it. It looks as its owner looks, also while that changes; Esc closes.
public final class DialogStage extends Stage {
    private static final KeyCombination CLOSE = new KeyCodeCombination(KeyCode.W, KeyCombination.SHORTCUT_DOWN);
    private static final List<EventType<? extends InputEvent>> PRESSES =
            List.of(KeyEvent.KEY_PRESSED, MouseEvent.MOUSE_PRESSED);

    public DialogStage(Window owner, String title, Parent content) {
        initOwner(owner);
        initModality(Modality.WINDOW_MODAL);
        setTitle(title);
        content.getStyleClass().add("ub-dialog");
        Scene scene = new Scene(content);
        Scene behind = owner.getScene();
        Bindings.bindContent(scene.getStylesheets(), behind.getStylesheets());
        content.styleProperty().bind(behind.getRoot().styleProperty());
        // Before the controls: a list would keep Esc to itself.
        scene.addEventFilter(KeyEvent.KEY_PRESSED, pressed -> {
            if ((pressed.getCode() == KeyCode.ESCAPE && !hasPopUp()) || CLOSE.match(pressed)) {
                pressed.consume();
                close();
            }
        });
        // A choice that has the focus would take Enter and choose what is chosen already.
        scene.addEventFilter(KeyEvent.KEY_PRESSED, pressed -> {
            if (pressed.getCode() == KeyCode.ENTER && scene.getFocusOwner() instanceof ToggleButton) {
                usual(content).ifPresent(button -> {
                    pressed.consume();
                    button.fire();
                });
            }
        });
        setScene(scene);
        setOnHidden(_ -> {
            Bindings.unbindContent(scene.getStylesheets(), behind.getStylesheets());
            content.styleProperty().unbind();
        });
    }

    /// Opens once its content is complete; until then its owner takes no input, as it takes none afterwards.
    ///
    /// @param pieces build the content
    public void showOnceBuilt(List<Runnable> pieces) {
        Window owner = getOwner();
        EventHandler<InputEvent> deaf = Event::consume;
        PRESSES.forEach(it -> owner.addEventFilter(it, deaf));
        Gradually building = new Gradually(getScene().getRoot());
        pieces.forEach(building::then);
        building.then(this::layOut);
        building.then(() -> {
            PRESSES.forEach(it -> owner.removeEventFilter(it, deaf));
            show();
        });
    }

    /// As it will be shown, so that to show it is less work for one frame.
    private void layOut() {
        Parent root = getScene().getRoot();
        root.autosize();
        root.layout();
    }

    private static Optional<Button> usual(Parent content) {
        return content.lookupAll(".button").stream()
                .filter(Button.class::isInstance).map(Button.class::cast)
                .filter(it -> it.isDefaultButton() && !it.isDisabled() && it.isVisible())
                .findFirst();
    }

    /// Over its owner's middle: a window has no business on the other side of a large screen.
    @Override
    public void centerOnScreen() {
        Window owner = getOwner();
        if (getWidth() > 0 && getHeight() > 0) {
            setX(owner.getX() + Math.max(0, Math.rint((owner.getWidth() - getWidth()) / 2)));
            setY(owner.getY() + Math.max(0, Math.rint((owner.getHeight() - getHeight()) / 2)));
        }
    }

    /// Whether something has dropped out of a control, which Esc closes first.
    private boolean hasPopUp() {
        return Window.getWindows().stream().anyMatch(
                it -> it instanceof PopupWindow popUp && !(it instanceof Tooltip) && equals(popUp.getOwnerWindow()));
    }
}
