package dev.unbraid.app.mixer;

import dev.unbraid.project.Edit;
import dev.unbraid.project.Lane;
import dev.unbraid.project.LaneId;
import dev.unbraid.project.Song;

import java.util.List;

/// Solo that takes all other solos away.
final class SoloEdits {
    private SoloEdits() {}

    /// @return what leaves `lane` the only one soloed; if it already is, what leaves none
    static Edit exclusive(Song song, LaneId lane) {
        List<LaneId> soloed = song.lanes().filter(it -> it.strip().soloed()).map(Lane::id).toList();
        boolean wanted = !soloed.equals(List.of(lane));
        return new Edit.All(song.lanes()
                .filter(it -> it.strip().soloed() != (wanted && it.id().equals(lane)))
                .<Edit>map(it -> new Edit.SetStrip(it.id(), it.strip().withSoloed(!it.strip().soloed())))
                .toList());
    }
}
