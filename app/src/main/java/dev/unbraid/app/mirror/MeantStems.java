package dev.unbraid.app.mirror;

import dev.unbraid.project.Lane;
import dev.unbraid.project.LaneId;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Which stems a command means that is given to none in particular.
final class MeantStems {
    private MeantStems() {}

    /// @return the selected one, if it fits; else all of the active song that do
    static List<LaneId> of(Desk desk, Predicate<LaneId> fits) {
        Optional<LaneId> selected = desk.view().selectedLaneProperty().get().filter(fits);
        return selected.map(List::of).orElseGet(() -> desk.session().activeSong().stream()
                .flatMap(song -> song.stems().stream())
                .map(Lane::id)
                .filter(fits)
                .toList());
    }
}
