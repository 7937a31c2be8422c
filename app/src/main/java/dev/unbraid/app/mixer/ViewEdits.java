package dev.unbraid.app.mixer;

import dev.unbraid.app.mirror.Desk;
import dev.unbraid.project.Edit;
import dev.unbraid.project.Lane;
import dev.unbraid.project.LaneId;
import dev.unbraid.project.LaneLook;
import dev.unbraid.project.LaneView;

import java.util.List;
import java.util.function.UnaryOperator;

/// Changes of how lanes look, each a step of its own.
final class ViewEdits {
    private ViewEdits() {}

    static void one(Desk desk, LaneId lane, LaneView view) {
        look(desk, lane, it -> it.withView(view));
    }

    static void look(Desk desk, LaneId lane, UnaryOperator<LaneLook> change) {
        desk.session().session().endGesture();
        desk.session().project().lane(lane).ifPresent(
                it -> desk.session().session().edit(new Edit.SetLook(lane, change.apply(it.look()))));
        desk.session().session().endGesture();
    }

    /// @param lane one of the song whose lanes all change
    static void all(Desk desk, LaneId lane, LaneView view) {
        List<Edit> edits = desk.session().project().songOf(lane).stream()
                .flatMap(song -> song.lanes())
                .filter(it -> it.look().view() != view)
                .<Edit>map(it -> look(it, view))
                .toList();
        if (!edits.isEmpty()) {
            desk.session().session().edit(new Edit.All(edits));
        }
    }

    private static Edit look(Lane lane, LaneView view) {
        return new Edit.SetLook(lane.id(), lane.look().withView(view));
    }
}
