package dev.unbraid.app.timeline;

import dev.unbraid.app.mirror.Desk;
import dev.unbraid.app.mirror.FollowMode;
import dev.unbraid.assets.AudioAsset;
import dev.unbraid.audio.FrameRange;
import dev.unbraid.project.Song;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Which part of the songs is on the screen, and how it gets there. Frames are the active song's.
final class TimelineModel {
    /// A playhead that moves farther than this from one reading to the next was put there.
    private static final double JUMP_SECONDS = 0.4;
    private static final double RATE_OF_NOTHING = 44_100;

    private final Desk desk;
    private final ReadOnlyObjectWrapper<Viewport> viewport = new ReadOnlyObjectWrapper<>(new Viewport(0, 1));
    private Extent extent = new Extent(1, 1);
    private double sampleRate = RATE_OF_NOTHING;
    private boolean fitted = true;

    TimelineModel(Desk desk) {
        this.desk = desk;
        desk.playback().positionFrameProperty().addListener((_, before, now) ->
                follow(before.longValue(), now.longValue()));
    }

    ReadOnlyObjectProperty<Viewport> viewportProperty() {
        return viewport.getReadOnlyProperty();
    }

    Viewport viewport() {
        return viewport.get();
    }

    Extent extent() {
        return extent;
    }

    /// Of the active song.
    double sampleRate() {
        return sampleRate;
    }

    Optional<AudioAsset> sound(Song song) {
        return desk.session().session().sound(song.mix().asset());
    }

    /// To be called when songs come, go or grow, and when the room changes.
    void measure(double widthPx) {
        double rate = desk.session().activeSong().flatMap(this::sound)
                .map(it -> (double) it.spec().sampleRate()).orElse(RATE_OF_NOTHING);
        double longest = desk.session().project().songs().stream()
                .flatMap(song -> sound(song).stream())
                .mapToDouble(it -> it.frames() * rate / it.spec().sampleRate())
                .max().orElse(1);
        Extent measured = new Extent(longest, widthPx);
        if (measured.equals(extent) && rate == sampleRate) {
            return;
        }
        Viewport before = viewport();
        Viewport now = new Viewport(before.startFrame() * rate / sampleRate, before.framesPerPixel() * rate / sampleRate);
        extent = measured;
        sampleRate = rate;
        viewport.set(fitted ? Viewport.fitting(extent) : now.within(extent));
    }

    void fit() {
        fitted = true;
        viewport.set(Viewport.fitting(extent));
    }

    void show(FrameRange range) {
        move(Viewport.showing(range, extent));
    }

    /// @param endFrame at the right edge; after `startFrame`
    void showExactly(double startFrame, double endFrame) {
        move(new Viewport(startFrame, (endFrame - startFrame) / extent.widthPx()).within(extent));
    }

    void zoom(double x, double factor) {
        move(viewport().zoomed(x, factor, extent));
    }

    void scroll(double px) {
        move(viewport().scrolled(px, extent));
    }

    void startAt(double frame) {
        move(viewport().startingAt(frame, extent));
    }

    private void move(Viewport wanted) {
        fitted = wanted.framesPerPixel() >= extent.framesPerPixelToFit();
        viewport.set(wanted);
    }

    private void follow(long before, long now) {
        FollowMode mode = desk.view().followModeProperty().get();
        boolean jumped = now < before || now - before > JUMP_SECONDS * sampleRate;
        boolean watched = isShown(before) || jumped;
        switch (mode) {
            case NONE -> { }
            case PAGE -> {
                if (watched && !isShown(now)) {
                    move(viewport().startingAt(now - 0.02 * extent.widthPx() * viewport().framesPerPixel(), extent));
                }
            }
            case SMOOTH -> {
                if (watched && (desk.playback().playingProperty().get() || !isShown(now))) {
                    move(viewport().startingAt(now - extent.widthPx() / 2 * viewport().framesPerPixel(), extent));
                }
            }
        }
    }

    private boolean isShown(long frame) {
        double x = viewport().xOf(frame);
        return x >= 0 && x <= extent.widthPx();
    }
}
