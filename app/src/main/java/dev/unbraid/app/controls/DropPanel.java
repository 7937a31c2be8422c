package dev.unbraid.app.controls;

import java.util.Optional;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Popup;
import javafx.stage.PopupWindow.AnchorLocation;

/// A panel that drops out of a control. Esc or a click elsewhere closes it, and whatever had the focus has it again.
public final class DropPanel {
    /// Where it opens: below with their right edges in line, or below or above with their left edges in line.
    public enum Side { BELOW, BELOW_LEFT, ABOVE }

    private static final int GAP = 6;
    /// Room within the pop-up for its shadow, where the system can show what lies behind.
    private static final int SHADOW = Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW) ? 24 : 0;
    private static final PseudoClass SQUARE = PseudoClass.getPseudoClass("square");

    private final Popup popup = new Popup();
    private final StackPane frame;

    public DropPanel(Region content) {
        StackPane panel = new StackPane(content);
        panel.getStyleClass().add("ub-drop-panel");
        panel.pseudoClassStateChanged(SQUARE, SHADOW == 0);
        frame = new StackPane(panel);
        frame.setPadding(new Insets(SHADOW));
        popup.getContent().add(frame);
        popup.setAutoHide(true);
        popup.setHideOnEscape(true);
    }

    public void toggle(Node anchor, Side side) {
        if (popup.isShowing()) {
            popup.hide();
        } else {
            show(anchor, side);
        }
    }

    /// Does nothing where it is open already, or where the control is not on a screen.
    public void show(Node anchor, Side side) {
        Bounds bounds = anchor.localToScreen(anchor.getLayoutBounds());
        if (popup.isShowing() || bounds == null) {
            return;
        }
        frame.styleProperty().bind(anchor.getScene().getRoot().styleProperty());
        Node before = Optional.ofNullable(anchor.getScene().getFocusOwner()).orElse(anchor);
        popup.setOnHidden(_ -> before.requestFocus());
        switch (side) {
            case BELOW -> {
                popup.setAnchorLocation(AnchorLocation.CONTENT_TOP_RIGHT);
                popup.show(anchor, bounds.getMaxX() + SHADOW, bounds.getMaxY() + GAP - SHADOW);
            }
            case BELOW_LEFT -> {
                popup.setAnchorLocation(AnchorLocation.CONTENT_TOP_LEFT);
                popup.show(anchor, bounds.getMinX() - SHADOW, bounds.getMaxY() + GAP - SHADOW);
            }
            case ABOVE -> {
                popup.setAnchorLocation(AnchorLocation.CONTENT_BOTTOM_LEFT);
                popup.show(anchor, bounds.getMinX() - SHADOW, bounds.getMinY() - GAP + SHADOW);
            }
        }
    }

    public void hide() {
        popup.hide();
    }

    public boolean isShowing() {
        return popup.isShowing();
    }
}
