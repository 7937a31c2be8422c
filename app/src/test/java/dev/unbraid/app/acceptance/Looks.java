package dev.unbraid.app.acceptance;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.stage.Window;

/// What must hold of the look of whatever is open.
final class Looks {
    /// Above this a node has no shadow: without a graphics card one of 400,000 takes 200 ms of every frame that repaints a
    /// part of it, for which the screen's thread waits.
    private static final double SHADOWED_PX = 200_000;

    private Looks() {}

    /// JavaFX's own theme leaves scroll bars to choose their width.
    static void requireTheme() {
        if (Screen.ask(() -> nodes().noneMatch(it -> it instanceof ScrollBar bar && bar.getPrefWidth() > 0))) {
            throw new AssertionError("JavaFX's own theme lies over the window's");
        }
    }

    static void refuseLargeEffects() {
        List<Node> slow = Screen.ask(() -> nodes().filter(it -> it.getEffect() != null && it.isVisible())
                .filter(it -> it.getLayoutBounds().getWidth() * it.getLayoutBounds().getHeight() > SHADOWED_PX)
                .toList());
        if (!slow.isEmpty()) {
            throw new AssertionError("effects on large nodes: " + slow);
        }
    }

    private static Stream<Node> nodes() {
        return Window.getWindows().stream().flatMap(it -> it.getScene().getRoot().lookupAll("*").stream());
    }
}
