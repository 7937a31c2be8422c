package dev.unbraid.app.controls;

import dev.unbraid.app.mirror.SessionMirror;
import dev.unbraid.project.Edit;
import dev.unbraid.project.LaneId;
import dev.unbraid.project.Strip;

import java.util.function.UnaryOperator;

/// Changes of one lane's strip: those between press and release are one step to undo.
///
/// A lane that is gone is left alone.
public final class StripEdits {
    private final SessionMirror session;
    private final LaneId lane;

    public StripEdits(SessionMirror session, LaneId lane) {
        this.session = session;
        this.lane = lane;
    }

    /// One of many changes of a gesture.
    public void during(UnaryOperator<Strip> change) {
        session.project().lane(lane).ifPresent(
                it -> session.session().edit(new Edit.SetStrip(lane, change.apply(it.strip()))));
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
