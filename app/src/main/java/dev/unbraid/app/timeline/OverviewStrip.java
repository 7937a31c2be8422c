package dev.unbraid.app.timeline;

import dev.unbraid.app.mirror.Desk;
import dev.unbraid.app.timeline.layer.Columns;
import dev.unbraid.app.timeline.layer.Layer;
import dev.unbraid.app.timeline.layer.WaveformLayer;
import dev.unbraid.project.Song;

import java.util.List;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/// All of the active song, and the part of it that is shown as a frame that can be moved and stretched.
final class OverviewStrip extends Region {
    static final double HEIGHT_PX = 44;
    private static final double LEAST_FRAME_PX = 6;
    private static final double GRIP_PX = 6;

    private final Desk desk;
    private final TimelineModel model;
    private final Picture picture = new Picture();
    private final Region frame = new Region();
    private final Region playhead = new Region();
    private Optional<Growth> growth = Optional.empty();
    private Optional<Song> shown = Optional.empty();
    private Grip grip = Grip.MIDDLE;
    private double pressedX;
    private double leftThen;
    private double rightThen;

    private enum Grip { LEFT, MIDDLE, RIGHT }

    OverviewStrip(Desk desk, TimelineModel model) {
        this.desk = desk;
        this.model = model;
        getStyleClass().add("timeline-overview");
        frame.getStyleClass().add("timeline-overview-frame");
        frame.setManaged(false);
        frame.setMouseTransparent(true);
        playhead.getStyleClass().add("timeline-overview-playhead");
        playhead.setManaged(false);
        playhead.setMouseTransparent(true);
        getChildren().addAll(picture.view(), frame, playhead);
        setOnMouseMoved(event -> setCursor(cursorFor(gripAt(event.getX()))));
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
    }

    private double framesPerPixel() {
        return model.extent().frames() / Math.max(1, getWidth());
    }

    /// Paints the active song anew if it is another one or looks different.
    void dress() {
        shown = desk.session().activeSong();
        Paints paints = Paints.of(desk.view());
        var session = desk.session().session();
        picture.show(paints.theme().background(), shown
                .flatMap(song -> session.waveform(song.mix().asset()).map(it ->
                        new WaveformLayer(it, paints.waveform(song.mix(), Paints.BRIGHT))))
                .map(List::of).map(List::<Layer>copyOf).orElse(List.of()));
        growth = shown.flatMap(song -> session.sound(song.mix().asset())).map(Growth::new);
    }

    void show(Viewport viewport, double scale) {
        growth.ifPresent(it -> it.refresh(picture));
        picture.resize(getWidth(), HEIGHT_PX - 1, scale);
        picture.paint(new Columns(0, framesPerPixel() / scale));
        double left = viewport.startFrame() / framesPerPixel();
        double right = viewport.endFrame(model.extent()) / framesPerPixel();
        double width = Math.max(LEAST_FRAME_PX, right - left);
        frame.setVisible(shown.isPresent());
        frame.resizeRelocate(Math.rint(left), 2, Math.rint(width), HEIGHT_PX - 5);
    }

    void showPlayhead(long positionFrame) {
        playhead.setVisible(shown.isPresent());
        playhead.resize(1, HEIGHT_PX - 1);
        playhead.setTranslateX(Math.rint(positionFrame / framesPerPixel()));
    }

    private Grip gripAt(double x) {
        double left = frame.getLayoutX();
        double right = left + frame.getWidth();
        if (Math.abs(x - left) <= GRIP_PX && x < (left + right) / 2) {
            return Grip.LEFT;
        }
        return Math.abs(x - right) <= GRIP_PX ? Grip.RIGHT : Grip.MIDDLE;
    }

    private static Cursor cursorFor(Grip grip) {
        return switch (grip) {
            case LEFT, RIGHT -> Cursor.H_RESIZE;
            case MIDDLE -> Cursor.DEFAULT;
        };
    }

    private void press(MouseEvent event) {
        grip = gripAt(event.getX());
        boolean inside = event.getX() >= frame.getLayoutX() - GRIP_PX
                && event.getX() <= frame.getLayoutX() + frame.getWidth() + GRIP_PX;
        if (!inside) {
            Viewport now = model.viewport();
            double half = (now.endFrame(model.extent()) - now.startFrame()) / 2;
            model.startAt(event.getX() * framesPerPixel() - half);
        }
        pressedX = event.getX();
        leftThen = model.viewport().startFrame();
        rightThen = model.viewport().endFrame(model.extent());
    }

    private void drag(MouseEvent event) {
        double by = (event.getX() - pressedX) * framesPerPixel();
        double least = model.extent().widthPx() / Extent.CLOSEST_PX;
        switch (grip) {
            case MIDDLE -> model.startAt(leftThen + by);
            case LEFT -> model.showExactly(Math.clamp(leftThen + by, 0, rightThen - least), rightThen);
            case RIGHT -> model.showExactly(
                    leftThen, Math.max(Math.min(rightThen + by, model.extent().frames()), leftThen + least));
        }
    }
}
