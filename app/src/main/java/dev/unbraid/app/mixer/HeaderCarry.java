package dev.unbraid.app.mixer;

import java.util.function.BiPredicate;
import javafx.css.PseudoClass;
import javafx.event.EventHandler;
import javafx.scene.Cursor;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import javafx.util.Subscription;

/// Takes a header by its free ground to carry it up or down. Escape, or another button, lets it be.
final class HeaderCarry {
    private static final double DRAG_PX = 5;
    private static final PseudoClass CARRIED = PseudoClass.getPseudoClass("carried");

    private final Region header;
    private final BiPredicate<Double, Double> isGround;
    private final CarryListener listener;
    private Gesture gesture = new Gesture.None();

    private sealed interface Gesture {
        record None() implements Gesture {}

        record Pressed(double sceneY) implements Gesture {}

        record Carried(Subscription watching) implements Gesture {}
    }

    /// @param isGround whether a point of the header, x and y, belongs to nothing that is dragged or pressed for itself
    HeaderCarry(Region header, BiPredicate<Double, Double> isGround, CarryListener listener) {
        this.header = header;
        this.isGround = isGround;
        this.listener = listener;
        header.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        header.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        header.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
    }

    private void press(MouseEvent event) {
        abandon();
        if (event.getButton() == MouseButton.PRIMARY && isGround.test(event.getX(), event.getY())) {
            gesture = new Gesture.Pressed(event.getSceneY());
        }
    }

    private void drag(MouseEvent event) {
        if (gesture instanceof Gesture.Pressed pressed && Math.abs(event.getSceneY() - pressed.sceneY) > DRAG_PX) {
            gesture = new Gesture.Carried(watch());
            show(true);
        }
        if (isCarried()) {
            listener.over(event.getSceneY());
            event.consume();
        }
    }

    private void release(MouseEvent event) {
        if (isCarried()) {
            end();
            listener.dropped(event.getSceneY());
            event.consume();
        }
        gesture = new Gesture.None();
    }

    private boolean isCarried() {
        return switch (gesture) {
            case Gesture.None _, Gesture.Pressed _ -> false;
            case Gesture.Carried _ -> true;
        };
    }

    /// At the window: before any command of the scene that Escape may stand for.
    private Subscription watch() {
        Window window = header.getScene().getWindow();
        EventHandler<KeyEvent> escape = event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                abandon();
                event.consume();
            }
        };
        window.addEventFilter(KeyEvent.KEY_PRESSED, escape);
        return header.sceneProperty().subscribe(this::abandon)
                .and(() -> window.removeEventFilter(KeyEvent.KEY_PRESSED, escape));
    }

    private void abandon() {
        if (isCarried()) {
            end();
            listener.abandoned();
        }
        gesture = new Gesture.None();
    }

    private void end() {
        if (gesture instanceof Gesture.Carried carried) {
            carried.watching.unsubscribe();
        }
        gesture = new Gesture.None();
        show(false);
    }

    private void show(boolean carried) {
        header.pseudoClassStateChanged(CARRIED, carried);
        header.setCursor(carried ? Cursor.CLOSED_HAND : Cursor.DEFAULT);
    }
}
