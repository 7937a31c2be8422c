package dev.unbraid.app.timeline;

import dev.unbraid.app.mirror.Desk;
import dev.unbraid.app.timeline.layer.Gathering;
import dev.unbraid.audio.AssetId;
import dev.unbraid.audio.AudioSpec;
import dev.unbraid.project.Lane;
import dev.unbraid.project.LaneId;
import dev.unbraid.project.LaneLook;
import dev.unbraid.project.LaneView;
import dev.unbraid.project.Recipe;
import dev.unbraid.project.Song;
import dev.unbraid.project.SongId;
import dev.unbraid.project.SongSource;
import dev.unbraid.project.StemSum;
import dev.unbraid.project.Strip;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.Pane;

/// Rows of a song that there is not, made where nobody sees them and taken away again. Whatever is done for the first time
/// takes several times as long; done before there is a song, it holds nobody up.
final class RowRehearsal {
    private static final AssetId SILENCE = new AssetId("rehearsal");
    private static final double WIDTH_PX = 600;
    private static final double HEIGHT_PX = 92;

    private final Desk desk;
    private final Gathering gathering;
    private final RowHeaders headers;
    private final Pane stage;
    private final Song song = song();
    private final List<Row> rows = new ArrayList<>();
    private Optional<Node> header = Optional.empty();

    /// @param stage its children need not be seen
    RowRehearsal(Desk desk, Gathering gathering, RowHeaders headers, Pane stage) {
        this.desk = desk;
        this.gathering = gathering;
        this.headers = headers;
        this.stage = stage;
    }

    /// For a frame each.
    List<Runnable> pieces() {
        return List.of(
                () -> make(new LaneRow(desk, gathering, new RowPlan.Kind.OfLane(song, song.stems().getFirst()), new Still())),
                this::enter,
                () -> header = Optional.of(headers.lane().apply(song.stems().getFirst().id())),
                () -> rows.getFirst().setHeader(header.orElseThrow()),
                () -> make(new StemMapRow(desk, gathering, new RowPlan.Kind.OfStemMap(song), new Still())),
                this::enter,
                () -> rows.forEach(row -> row.paint(0, 1)),
                () -> stage.getChildren().removeAll(rows));
    }

    private void make(Row row) {
        row.setManaged(false);
        row.resize(WIDTH_PX, HEIGHT_PX);
        rows.add(row);
    }

    private void enter() {
        stage.getChildren().add(rows.getLast());
    }

    private static Song song() {
        List<Lane> stems = List.of(lane("vocals"));
        SongSource source = new SongSource("", "", new AudioSpec(44_100, 2), 16);
        return new Song(new SongId("rehearsal"), "", source, lane(Lane.MIX), stems,
                Optional.of(new Recipe("", "", List.of("vocals"), 0, 0, 0, List.of())), StemSum.OPEN, false);
    }

    private static Lane lane(String stem) {
        return new Lane(new LaneId("rehearsal-" + stem), stem, stem, SILENCE, Strip.NEUTRAL,
                new LaneLook(LaneView.OVERLAY, (int) HEIGHT_PX, "#808080"));
    }

    /// Of an edge that nobody drags.
    private static final class Still implements RowEdge.Listener {
        @Override
        public double heightPx() {
            return HEIGHT_PX;
        }

        @Override
        public void wantHeight(double px) {
            // Nobody drags it.
        }

        @Override
        public void wantUsualHeight() {
            // Nobody asks for it.
        }
    }
}
