package dev.unbraid.app.timeline;

import dev.unbraid.app.mirror.Desk;
import dev.unbraid.app.timeline.RowPlan.Kind;
import dev.unbraid.app.timeline.RowPlan.Placed;
import dev.unbraid.app.timeline.layer.Gathering;
import dev.unbraid.project.Edit;
import dev.unbraid.project.Lane;
import dev.unbraid.project.LaneId;
import dev.unbraid.project.LaneLook;
import dev.unbraid.project.Project;
import dev.unbraid.project.SongId;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// The rows of all songs, one below the other. Rows live as long as what they show.
final class RowList extends Region {
    private static final double LOWEST_MAP_PX = 64;
    private static final double HIGHEST_MAP_PX = 800;
    private static final double LEAST_USUAL_MAP_PX = 160;
    private static final double MOST_USUAL_MAP_PX = 340;
    private static final double STEM_PX = 92;
    /// The mix, and room for another song.
    private static final double BESIDE_MAP_PX = 104 + 178;

    private final Desk desk;
    private final Gathering gathering;
    private final Function<LaneId, Node> headers;
    private final Map<Object, Row> rows = new LinkedHashMap<>();
    private final Map<SongId, Double> mapHeights = new HashMap<>();
    private RowPlan plan = new RowPlan(List.of(), 0);
    private double room;

    /// @param gathering shared by all rows
    RowList(Desk desk, Gathering gathering, Function<LaneId, Node> headers) {
        this.desk = desk;
        this.gathering = gathering;
        this.headers = headers;
        setId("timeline-rows");
    }

    /// Adds what lies over the rows, and is placed by its owner.
    void showAbove(Node unmanaged) {
        getChildren().add(unmanaged);
    }

    RowPlan plan() {
        return plan;
    }

    List<Row> rows() {
        return List.copyOf(rows.values());
    }

    Optional<Row> row(Kind kind) {
        return Optional.ofNullable(rows.get(key(kind)));
    }

    private static Object key(Kind kind) {
        return switch (kind) {
            case Kind.OfLane lane -> lane.lane().id();
            case Kind.OfStemMap map -> map.song().id();
        };
    }

    /// Takes in what the document says now.
    void update() {
        Project project = desk.session().project();
        plan = RowPlan.of(project, this::mapHeight);
        Map<Object, Row> before = new HashMap<>(rows);
        rows.clear();
        List<Row> fresh = new ArrayList<>();
        for (Placed placed : plan.rows()) {
            Row row = before.remove(key(placed.kind()));
            if (row == null) {
                row = make(placed.kind());
                fresh.add(row);
            }
            rows.put(key(placed.kind()), row);
            boolean active = project.active().equals(Optional.of(placed.kind().song().id()));
            update(row, placed.kind(), active);
        }
        getChildren().removeAll(before.values());
        getChildren().addAll(fresh);
        requestLayout();
    }

    private static void update(Row row, Kind kind, boolean active) {
        switch (kind) {
            case Kind.OfLane lane when row instanceof LaneRow it -> it.update(lane, active);
            case Kind.OfStemMap map when row instanceof StemMapRow it -> it.update(map, active);
            case Kind.OfLane _, Kind.OfStemMap _ -> throw new IllegalStateException("row of another kind");
        }
    }

    private double mapHeight(SongId song) {
        return desk.view().stemMapShownProperty().get() ? mapHeights.getOrDefault(song, usualMapHeight(song)) : 0;
    }

    /// Lanes of their usual height and the map fill the window as long as the map stays handy. Independent of how high the
    /// lanes are made: dragging one must not move another.
    private double usualMapHeight(SongId song) {
        int stems = desk.session().project().song(song).map(it -> it.stems().size()).orElse(0);
        return Math.clamp(Math.rint(room - BESIDE_MAP_PX - stems * STEM_PX), LEAST_USUAL_MAP_PX, MOST_USUAL_MAP_PX);
    }

    /// @param px high is what rows can be seen in
    void setRoom(double px) {
        room = px;
        update();
    }

    private Row make(Kind kind) {
        return switch (kind) {
            case Kind.OfLane lane -> {
                LaneId id = lane.lane().id();
                yield new LaneRow(desk, gathering, lane, headers.apply(id), new LaneHeight(id));
            }
            case Kind.OfStemMap map -> new StemMapRow(desk, gathering, map, new MapHeight(map.song().id()));
        };
    }

    private final class LaneHeight implements RowEdge.Listener {
        private final LaneId id;

        LaneHeight(LaneId id) {
            this.id = id;
        }

        @Override
        public double heightPx() {
            return desk.session().project().lane(id).map(it -> it.look().heightPx()).orElse(LaneLook.LOWEST_PX);
        }

        @Override
        public void wantHeight(double px) {
            desk.session().project().lane(id).ifPresent(it -> desk.session().session().amend(higher(it, px)));
        }
    }

    private final class MapHeight implements RowEdge.Listener {
        private final SongId id;

        MapHeight(SongId id) {
            this.id = id;
        }

        @Override
        public double heightPx() {
            return mapHeight(id);
        }

        @Override
        public void wantHeight(double px) {
            mapHeights.put(id, Math.clamp(Math.rint(px), LOWEST_MAP_PX, HIGHEST_MAP_PX));
            update();
        }
    }

    private static Edit higher(Lane lane, double px) {
        int height = Math.clamp(Math.round(px), LaneLook.LOWEST_PX, LaneLook.HIGHEST_PX);
        return new Edit.SetLook(lane.id(), lane.look().withHeightPx(height));
    }

    /// Makes every row of the active song higher or lower.
    void stretch(double factor) {
        desk.session().activeSong().ifPresent(song -> {
            double map = mapHeights.getOrDefault(song.id(), usualMapHeight(song.id()));
            mapHeights.put(song.id(), Math.clamp(map * factor, LOWEST_MAP_PX, HIGHEST_MAP_PX));
            List<Edit> edits = song.lanes().map(it -> higher(it, it.look().heightPx() * factor)).toList();
            desk.session().session().amend(new Edit.All(edits));
            update();
        });
    }

    @Override
    protected double computePrefHeight(double width) {
        return plan.height();
    }

    @Override
    protected void layoutChildren() {
        for (Placed placed : plan.rows()) {
            row(placed.kind()).ifPresent(it -> it.resizeRelocate(0, placed.top(), getWidth(), placed.height()));
        }
    }
}
