package dev.unbraid.app.timeline;

import dev.unbraid.audio.FrameRange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleConsumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/// Marks of time; the playhead is dragged on it.
final class RulerView extends Pane {
    static final double HEIGHT_PX = 26;
    private static final double LABEL_APART_PX = 60;
    private static final double TICK_PX = 6;
    private static final double LABEL_AT_PX = 5;
    private static final double LABEL_PX = 16;
    private static final double LOOP_PX = 3;

    private final List<Tick> ticks = new ArrayList<>();
    private final Region loop = new Region();
    private final Rectangle clip = new Rectangle();

    private static final class Tick {
        private final Label label = new Label();
        private final Region line = new Region();

        Tick() {
            label.getStyleClass().addAll("timeline-time", "ub-number");
            line.getStyleClass().add("timeline-tick");
            label.setMouseTransparent(true);
            line.setMouseTransparent(true);
        }

        /// A label that does not fit between the edges is left out.
        void show(String text, double x, double width) {
            if (!label.getText().equals(text)) {
                label.setText(text);
                label.resize(Math.ceil(label.prefWidth(-1)), LABEL_PX);
            }
            label.setVisible(x + LABEL_AT_PX >= 0 && x + LABEL_AT_PX + label.getWidth() <= width);
            line.setVisible(true);
            label.setTranslateX(x + LABEL_AT_PX);
            line.setTranslateX(x);
        }

        void hide() {
            label.setVisible(false);
            line.setVisible(false);
        }
    }

    /// @param seek gets where the playhead is wanted, in pixels
    RulerView(DoubleConsumer seek) {
        getStyleClass().add("timeline-ruler");
        setAccessibleRole(AccessibleRole.SLIDER);
        loop.getStyleClass().add("timeline-loop");
        loop.setMouseTransparent(true);
        loop.setVisible(false);
        getChildren().add(loop);
        setClip(clip);
        setOnMousePressed(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                seek.accept(event.getX());
            }
        });
        setOnMouseDragged(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                seek.accept(event.getX());
            }
        });
    }

    void show(Viewport viewport, double sampleRate, Optional<FrameRange> looped) {
        double secondsPerPixel = viewport.framesPerPixel() / sampleRate;
        // A label of an hour's song with milliseconds is wider than one of minutes and seconds.
        RulerScale scale = RulerScale.of(secondsPerPixel, LABEL_APART_PX);
        if (scale.decimals() > 1) {
            scale = RulerScale.of(secondsPerPixel, LABEL_APART_PX + 8 * scale.decimals());
        }
        long tick = scale.firstTick(viewport.startFrame() / sampleRate) - 1;
        int used = 0;
        while (true) {
            double x = Math.rint(viewport.xOf(scale.secondsAt(tick) * sampleRate));
            if (x > getWidth()) {
                break;
            }
            if (tick >= 0) {
                tick(used++).show(scale.label(tick), x, getWidth());
            }
            tick++;
        }
        ticks.subList(used, ticks.size()).forEach(Tick::hide);
        loop.setVisible(looped.isPresent());
        looped.ifPresent(range -> {
            double left = Math.max(-4, viewport.xOf(range.start()));
            double right = Math.min(getWidth() + 4, viewport.xOf(range.end()));
            loop.resizeRelocate(Math.rint(left), HEIGHT_PX - 1 - LOOP_PX, Math.max(0, Math.rint(right - left)), LOOP_PX);
        });
    }

    private Tick tick(int index) {
        while (index >= ticks.size()) {
            Tick tick = new Tick();
            ticks.add(tick);
            getChildren().addAll(tick.line, tick.label);
            tick.line.resizeRelocate(0, HEIGHT_PX - 1 - TICK_PX, 1, TICK_PX);
            tick.label.relocate(0, 4);
        }
        return ticks.get(index);
    }

    @Override
    protected void layoutChildren() {
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        ticks.forEach(tick -> tick.label.resize(Math.ceil(tick.label.prefWidth(-1)), LABEL_PX));
    }
}
