package dev.unbraid.app.controls;

import dev.unbraid.app.fx.EveryFrame;
import org.testfx.api.FxRobot;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.stage.Window;

/// A robot's hand that looks before it presses: what it presses is shown, lies still, and is what the pointer is on.
public final class Hand {
    private static final long PATIENCE_SECONDS = 30;
    private static final int STILL_FRAMES = 4;

    private final FxRobot robot;

    public Hand(FxRobot robot) {
        this.robot = robot;
    }

    /// @param what   for the failure's message
    /// @param wanted finds it, on the JavaFX thread; again and again, for it may be made anew meanwhile
    public void press(String what, Callable<Optional<? extends Node>> wanted) {
        try {
            pointAt(what, wanted);
        } catch (Exception e) {
            throw new AssertionError("could not press " + what, e);
        }
        robot.press(MouseButton.PRIMARY).release(MouseButton.PRIMARY);
    }

    private void pointAt(String what, Callable<Optional<? extends Node>> wanted) throws Exception {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        Optional<Bounds> before = Optional.empty();
        while (System.nanoTime() < end) {
            Optional<Bounds> now = TestWindow.ask(() -> place(wanted));
            if (now.isPresent() && now.equals(before)) {
                // To and fro: a node that came under a resting pointer does not hear of it.
                robot.moveTo(centre(now.get()).add(1, 0)).moveTo(centre(now.get()));
                awaitFrames(STILL_FRAMES);
                if (TestWindow.ask(() -> place(wanted).equals(now) && wanted.call().filter(Hand::isUnderPointer).isPresent())) {
                    return;
                }
            }
            before = now;
            awaitFrames(STILL_FRAMES);
        }
        throw new AssertionError(before.map(it -> what + " is at " + it + ", and something lies over it")
                .orElse("no " + what + " in " + TestWindow.ask(Hand::windows)));
    }

    /// What is open, and which of it has the focus.
    private static List<String> windows() {
        return Window.getWindows().stream().map(it -> it.isFocused() ? it + " with the focus" : it.toString()).toList();
    }

    /// Where it is on the screen, if it can be pressed.
    private static Optional<Bounds> place(Callable<Optional<? extends Node>> wanted) throws Exception {
        return wanted.call()
                .filter(it -> isSeen(it) && !it.isDisabled())
                .map(it -> it.localToScreen(it.getLayoutBounds()))
                .filter(it -> it.getWidth() > 0 && it.getHeight() > 0);
    }

    /// A menu's words let the pointer through to their line.
    private static boolean isUnderPointer(Node node) {
        return node.isHover() || node.isMouseTransparent() && node.getParent() != null && isUnderPointer(node.getParent());
    }

    private static Point2D centre(Bounds bounds) {
        return new Point2D(bounds.getCenterX(), bounds.getCenterY());
    }

    private static boolean isSeen(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null && node.getScene().getWindow() != null && node.getScene().getWindow().isShowing();
    }

    /// Waits until the screen was painted so many times.
    private static void awaitFrames(int count) throws Exception {
        CountDownLatch frames = new CountDownLatch(count);
        EveryFrame counter = new EveryFrame(frames::countDown);
        TestWindow.tell(() -> counter.setOn(true));
        try {
            if (!frames.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("the screen stands still");
            }
        } finally {
            TestWindow.tell(() -> counter.setOn(false));
        }
    }
}
