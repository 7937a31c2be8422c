package dev.unbraid.app.mirror;

import dev.unbraid.project.LaneId;
import dev.unbraid.session.Differences;

import java.util.List;

/// What can be wished of how stems differ from what they were before, from menus and headers alike.
public final class DifferenceWishes {
    private final Desk desk;

    public DifferenceWishes(Desk desk) {
        this.desk = desk;
    }

    private Differences differences() {
        return desk.session().session().differences();
    }

    /// Whether a lane is a stem that was another before.
    public boolean isPossible(LaneId lane) {
        return differences().isPossible(lane);
    }

    public boolean isWished(LaneId stem) {
        return differences().isWished(stem);
    }

    /// Shows how a stem differs, or hides it.
    public void toggle(LaneId stem) {
        if (isWished(stem)) {
            differences().hide(stem);
        } else {
            differences().show(stem);
        }
    }

    /// Whether [#toggle()] would hide.
    public boolean isWished() {
        return meant().stream().anyMatch(this::isWished);
    }

    /// Shows how the selected stem differs, or hides it; with no such stem selected, all of the active song.
    public void toggle() {
        boolean hides = isWished();
        meant().stream().filter(it -> isWished(it) == hides).forEach(this::toggle);
    }

    private List<LaneId> meant() {
        return MeantStems.of(desk, this::isPossible);
    }
}
