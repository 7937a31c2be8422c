package dev.unbraid.app.controls;

import java.util.Optional;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;

/// What is said of a node while the pointer rests on it, and to those who hear the window.
///
/// The tooltip is made when the pointer first comes: each is a window with a scene of its own, and most are never seen.
public final class Tip {
    private final Node node;
    private final EventHandler<MouseEvent> arrival = _ -> make();
    private String text = "";
    private Optional<Tooltip> made = Optional.empty();

    private Tip(Node node) {
        this.node = node;
        node.addEventFilter(MouseEvent.MOUSE_MOVED, arrival);
    }

    /// Says it of a node; what was said before is forgotten. JavaFX thread.
    public static void on(Node node, String text) {
        Object known = node.getProperties().get(Tip.class);
        Tip tip = known instanceof Tip it ? it : new Tip(node);
        node.getProperties().put(Tip.class, tip);
        tip.say(text);
    }

    private void say(String now) {
        text = now;
        node.setAccessibleHelp(now);
        made.ifPresent(it -> it.setText(now));
    }

    private void make() {
        node.removeEventFilter(MouseEvent.MOUSE_MOVED, arrival);
        Tooltip tooltip = new Tooltip(text);
        Tooltip.install(node, tooltip);
        made = Optional.of(tooltip);
    }
}
