package dev.unbraid.app.timeline.tool;

import dev.unbraid.project.Edit;
import dev.unbraid.project.Lane;
import dev.unbraid.project.LaneId;
import dev.unbraid.project.Song;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Which strips change when a stem is soloed from the stem map.
final class Soloing {
    private Soloing() {}

    /// This stem alone; everything again if it was alone before.
    static Edit only(Song song, LaneId stem) {
        boolean alone = song.stems().stream().allMatch(it -> it.strip().soloed() == it.id().equals(stem));
        return changed(song, it -> it.id().equals(stem) && !alone);
    }

    /// This stem too, or no longer.
    static Edit too(Song song, LaneId stem) {
        return changed(song, it -> it.id().equals(stem) != it.strip().soloed());
    }

    private static Edit changed(Song song, Predicate<Lane> soloed) {
        List<Edit> edits = new ArrayList<>();
        for (Lane lane : song.stems()) {
            if (soloed.test(lane) != lane.strip().soloed()) {
                edits.add(new Edit.SetStrip(lane.id(), lane.strip().withSoloed(soloed.test(lane))));
            }
        }
        return new Edit.All(edits);
    }
}
