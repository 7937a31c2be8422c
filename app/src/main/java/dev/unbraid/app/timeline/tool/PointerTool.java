package dev.unbraid.app.timeline.tool;

import dev.unbraid.app.mirror.BoxSelection;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.app.timeline.layer.FrequencyAxis;
import dev.unbraid.audio.FrameRange;
import dev.unbraid.project.Song;

import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// Click: the playhead goes there, or on a stem map its owner is soloed. Drag: selects time, or moves an edge of what is
/// selected; with Alt or Shift, in a spectrogram, selects a box of time and frequency.
public final class PointerTool {
    private static final double EDGE_PX = 4;
    private static final double DRAG_PX = 3;

    private final Desk desk;
    private final Surface surface;
    private Gesture gesture = new Gesture.None();

    private sealed interface Gesture {
        record None() implements Gesture {}

        record Pressed(double x, double y, Optional<Target> target, boolean boxing) implements Gesture {}

        /// @param song in whose frames it counts; empty is the active one
        record Selecting(Optional<Song> song, long anchorFrame) implements Gesture {}

        record Boxing(Target target, FrequencyAxis axis, long anchorFrame, double anchorHz) implements Gesture {}
    }

    public PointerTool(Desk desk, Surface surface) {
        this.desk = desk;
        this.surface = surface;
    }

    public boolean isDragging() {
        return switch (gesture) {
            case Gesture.None _, Gesture.Pressed _ -> false;
            case Gesture.Selecting _, Gesture.Boxing _ -> true;
        };
    }

    /// @param x from the pictures' left edge
    public void press(MouseEvent event, double x) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        Optional<Target> target = surface.targetAt(event.getY());
        Optional<Long> anchor = anchorOpposite(x);
        boolean boxing = (event.isAltDown() || event.isShiftDown()) && target.flatMap(Target::axis).isPresent();
        if (anchor.isPresent() && !boxing) {
            gesture = new Gesture.Selecting(Optional.empty(), anchor.get());
        } else {
            gesture = new Gesture.Pressed(x, event.getY(), target, boxing);
        }
    }

    /// @return if an edge of the selection is under the pointer, the frame of the other one
    private Optional<Long> anchorOpposite(double x) {
        Optional<FrameRange> selection = desk.view().selectionProperty().get();
        if (selection.isEmpty()) {
            return Optional.empty();
        }
        double toStart = Math.abs(x - surface.xOf(selection.get().start()));
        double toEnd = Math.abs(x - surface.xOf(selection.get().end()));
        if (Math.min(toStart, toEnd) > EDGE_PX) {
            return Optional.empty();
        }
        return Optional.of(toStart < toEnd ? selection.get().end() : selection.get().start());
    }

    public void drag(MouseEvent event, double x) {
        if (gesture instanceof Gesture.Pressed pressed && Math.hypot(x - pressed.x, event.getY() - pressed.y) > DRAG_PX) {
            gesture = begun(pressed);
        }
        if (isDragging()) {
            surface.reveal(x);
        }
        switch (gesture) {
            case Gesture.None _, Gesture.Pressed _ -> { }
            case Gesture.Selecting selecting -> desk.view().selectionProperty().set(
                    Optional.of(between(selecting.anchorFrame, frameIn(selecting.song, x))).filter(it -> it.length() > 0));
            case Gesture.Boxing boxing -> desk.view().boxProperty().set(Optional.of(box(boxing, x, event.getY())));
        }
    }

    private Gesture begun(Gesture.Pressed pressed) {
        if (pressed.boxing) {
            Target target = pressed.target.orElseThrow();
            FrequencyAxis axis = target.axis().orElseThrow();
            return new Gesture.Boxing(target, axis, surface.frameIn(target.song(), pressed.x), target.hz(axis));
        }
        desk.view().boxProperty().set(Optional.empty());
        // Before the song becomes the active one, whose rate it is that places are counted in.
        Optional<Song> song = pressed.target.map(Target::song);
        long anchor = frameIn(song, pressed.x);
        song.ifPresent(this::activate);
        return new Gesture.Selecting(song, anchor);
    }

    private long frameIn(Optional<Song> song, double x) {
        return song.map(it -> surface.frameIn(it, x)).orElseGet(() -> surface.frameAt(x));
    }

    private void activate(Song song) {
        if (!desk.session().project().active().equals(Optional.of(song.id()))) {
            desk.session().session().activate(song.id());
        }
    }

    private BoxSelection box(Gesture.Boxing boxing, double x, double y) {
        double up = surface.upIn(boxing.target.lane().id(), boxing.target.kind(), y);
        double hz = boxing.axis.hzAt(Math.clamp(up, 0, 1));
        return new BoxSelection(boxing.target.lane().id(), boxing.target.picture(),
                between(boxing.anchorFrame, surface.frameIn(boxing.target.song(), x)), Math.min(hz, boxing.anchorHz), Math.max(hz, boxing.anchorHz));
    }

    private static FrameRange between(long one, long other) {
        return new FrameRange(Math.min(one, other), Math.max(one, other));
    }

    public void release(MouseEvent event, double x) {
        if (gesture instanceof Gesture.Pressed pressed) {
            click(event, x, pressed.target);
        }
        gesture = new Gesture.None();
    }

    private void click(MouseEvent event, double x, Optional<Target> target) {
        // Before the song becomes the active one, whose rate it is that places are counted in.
        long frame = frameIn(target.map(Target::song), x);
        target.ifPresent(it -> {
            desk.view().selectedLaneProperty().set(Optional.of(it.lane().id()));
            activate(it.song());
        });
        if (target.isPresent() && target.get().kind() == Target.Kind.STEM_MAP) {
            surface.ownerAt(target.get(), x).ifPresent(owner -> desk.session().session().edit(event.isShortcutDown()
                    ? Soloing.too(target.get().song(), owner.id())
                    : Soloing.only(target.get().song(), owner.id())));
            return;
        }
        desk.view().selectionProperty().set(Optional.empty());
        desk.view().boxProperty().set(Optional.empty());
        desk.playback().transport().seek(frame);
    }

    /// What the pointer is to look like.
    public Cursor cursor(MouseEvent event, double x) {
        if (anchorOpposite(x).isPresent()) {
            return Cursor.H_RESIZE;
        }
        boolean boxing = event.isAltDown() || event.isShiftDown();
        return boxing && surface.targetAt(event.getY()).flatMap(Target::axis).isPresent() ? Cursor.CROSSHAIR : Cursor.DEFAULT;
    }
}
