package dev.unbraid.app.controls;

import java.util.Map;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/// A thin horizontal slider that tells where a gesture ends; Shift makes it four times finer.
///
/// It shows its position and asks its listener to change it: nothing moves that the document does not say.
public final class Fader extends Region {
    private static final double FINE = 0.25;
    private static final double TRACK_PX = 3;
    private static final double PIXELS_PER_NOTCH = 40;
    private static final Map<KeyCode, Integer> STEPS = Map.of(
            KeyCode.LEFT, -1, KeyCode.DOWN, -1, KeyCode.RIGHT, 1, KeyCode.UP, 1, KeyCode.PAGE_DOWN, -6, KeyCode.PAGE_UP, 6);

    private final DoubleProperty position = new SimpleDoubleProperty();
    private final double origin;
    private final double thumbPx;
    private final FaderListener listener;
    private final Region track = part("ub-fader-track");
    private final Region fill = part("ub-fader-fill");
    private final Region thumb = part("ub-fader-thumb");
    private final PauseTransition quiet = new PauseTransition(Duration.millis(500));
    private double grabbedAt;
    private double grabbedPosition;
    private double scrolled;

    /// @param origin  the position that the filled part begins at, 0 to 1
    /// @param thumbPx the thumb's diameter
    public Fader(double origin, double thumbPx, FaderListener listener) {
        this.origin = origin;
        this.thumbPx = thumbPx;
        this.listener = listener;
        getStyleClass().add("ub-fader");
        getChildren().addAll(track, fill, thumb);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        position.addListener((_, _, _) -> {
            requestLayout();
            notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
        });
        quiet.setOnFinished(_ -> listener.released());
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(this::letGo);
        setOnScroll(this::scroll);
        setOnKeyPressed(this::key);
    }

    private static Region part(String style) {
        Region part = new Region();
        part.getStyleClass().add(style);
        part.setMouseTransparent(true);
        return part;
    }

    /// 0 to 1.
    public DoubleProperty positionProperty() {
        return position;
    }

    private void press(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        requestFocus();
        event.consume();
        settle();
        if (event.getClickCount() == 2) {
            listener.reset();
            listener.released();
        } else if (event.getClickCount() == 1 && Math.abs(event.getX() - thumbCentre()) > thumbPx / 2 + 1) {
            listener.moved(positionAt(event.getX()));
        }
        grab(event);
    }

    private void grab(MouseEvent event) {
        grabbedAt = event.getX();
        grabbedPosition = position.get();
    }

    private void drag(MouseEvent event) {
        if (!event.isPrimaryButtonDown() || event.getClickCount() > 1) {
            return;
        }
        double pace = event.isShiftDown() ? FINE : 1;
        double wanted = grabbedPosition + pace * (event.getX() - grabbedAt) / wayPx();
        listener.moved(Math.clamp(wanted, 0.0, 1.0));
        event.consume();
    }

    private void letGo(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            listener.released();
            event.consume();
        }
    }

    private void scroll(ScrollEvent event) {
        // Shift turns the wheel sideways.
        double turned = event.getDeltaY() == 0 ? event.getDeltaX() : event.getDeltaY();
        scrolled += turned;
        int notches = (int) (scrolled / PIXELS_PER_NOTCH);
        if (notches != 0) {
            scrolled -= notches * PIXELS_PER_NOTCH;
            step(notches);
        }
        event.consume();
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        KeyCode code = event.getCode();
        if (code == KeyCode.DELETE || code == KeyCode.BACK_SPACE) {
            settle();
            listener.reset();
            listener.released();
            event.consume();
        } else if (STEPS.containsKey(code)) {
            step(STEPS.get(code));
            event.consume();
        }
    }

    private void step(int steps) {
        listener.stepped(steps);
        quiet.playFromStart();
    }

    /// Ends a gesture of wheel or keys that is still open.
    private void settle() {
        if (quiet.getStatus() == Animation.Status.RUNNING) {
            quiet.stop();
            listener.released();
        }
    }

    private double wayPx() {
        return Math.max(1, getWidth() - thumbPx);
    }

    private double thumbCentre() {
        return thumbPx / 2 + position.get() * wayPx();
    }

    private double positionAt(double x) {
        return Math.clamp((x - thumbPx / 2) / wayPx(), 0.0, 1.0);
    }

    @Override
    protected void layoutChildren() {
        double middle = getHeight() / 2;
        double top = snapPositionY(middle - TRACK_PX / 2);
        double centre = thumbCentre();
        double from = origin == 0 ? 0 : thumbPx / 2 + origin * wayPx();
        track.resizeRelocate(0, top, getWidth(), TRACK_PX);
        fill.resizeRelocate(Math.min(from, centre), top, Math.abs(centre - from), TRACK_PX);
        thumb.resizeRelocate(centre - thumbPx / 2, top + TRACK_PX / 2 - thumbPx / 2, thumbPx, thumbPx);
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.max(16, thumbPx + 4);
    }

    @Override
    protected double computePrefWidth(double height) {
        return 120;
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        if (attribute == AccessibleAttribute.VALUE) {
            return position.get();
        }
        if (attribute == AccessibleAttribute.MIN_VALUE) {
            return 0.0;
        }
        return attribute == AccessibleAttribute.MAX_VALUE ? 1.0 : super.queryAccessibleAttribute(attribute, parameters);
    }

    @Override
    public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
        if (action == AccessibleAction.INCREMENT) {
            step(1);
        } else if (action == AccessibleAction.DECREMENT) {
            step(-1);
        } else {
            super.executeAccessibleAction(action, parameters);
        }
    }
}
