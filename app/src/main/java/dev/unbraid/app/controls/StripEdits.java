package dev.unbraid.app.controls;

import dev.unbraid.app.mirror.SessionMirror;
import dev.unbraid.project.Edit;
import dev.unbraid.project.LaneId;
import dev.unbraid.project.Strip;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// Changes of a lane's strip: those between press and release are one step to undo.
///
/// Where there is no lane, nothing changes.
public final class StripEdits {
    private final SessionMirror session;
    private final Supplier<Optional<LaneId>> lane;

    /// @param lane asked at every change
    public StripEdits(SessionMirror session, Supplier<Optional<LaneId>> lane) {
        this.session = session;
        this.lane = lane;
    }

    /// One of many changes of a gesture.
    public void during(UnaryOperator<Strip> change) {
        lane.get().flatMap(session.project()::lane).ifPresent(
                it -> session.session().edit(new Edit.SetStrip(it.id(), change.apply(it.strip()))));
    }

    /// The gesture is over.
    public void release() {
        session.session().endGesture();
    }

    /// A change that is a step of its own.
    public void once(UnaryOperator<Strip> change) {
        release();
        during(change);
        release();
    }
}
