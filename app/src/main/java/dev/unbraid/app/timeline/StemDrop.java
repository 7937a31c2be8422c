package dev.unbraid.app.timeline;

import dev.unbraid.app.mirror.Desk;
import dev.unbraid.project.Edit;
import dev.unbraid.project.Lane;
import dev.unbraid.project.LaneId;
import dev.unbraid.project.Song;

import java.util.Optional;
import javafx.scene.layout.Region;

/// Moves a stem among the stems of its song, and shows as a line between rows where it would go.
final class StemDrop {
    private static final double LINE_PX = 3;

    private final Desk desk;
    private final RowList rows;
    private final Region line = new Region();

    /// @param index in the song without the stem
    /// @param top   the edge at which it would stand
    private record Place(int index, double top) {}

    StemDrop(Desk desk, RowList rows) {
        this.desk = desk;
        this.rows = rows;
        line.getStyleClass().add("timeline-drop-line");
        line.setId("drop-line");
        line.setManaged(false);
        line.setMouseTransparent(true);
        // Rows come later, and would lie over it.
        line.setViewOrder(-1);
        forget();
        rows.showAbove(line);
    }

    /// @param y in the rows
    void over(LaneId stem, double y) {
        Optional<Place> place = place(stem, y);
        line.setVisible(place.isPresent());
        place.ifPresent(it -> line.resizeRelocate(0, Math.rint(it.top - LINE_PX / 2), rows.getWidth(), LINE_PX));
    }

    /// @param y in the rows
    void drop(LaneId stem, double y) {
        place(stem, y).ifPresent(it -> desk.session().session().edit(new Edit.MoveStem(stem, it.index)));
        forget();
    }

    void forget() {
        line.setVisible(false);
    }

    /// @return nothing where it would stay where it is
    private Optional<Place> place(LaneId stem, double y) {
        return desk.session().project().songOf(stem).flatMap(song -> {
            int now = song.stems().stream().map(Lane::id).toList().indexOf(stem);
            int before = rows.plan().stemIndexAt(song.id(), y);
            int index = before > now ? before - 1 : before;
            return now < 0 || index == now ? Optional.empty() : Optional.of(place(song, before, index));
        });
    }

    private Place place(Song song, int before, int index) {
        return new Place(index, rows.plan().stemTop(song.id(), before));
    }
}
