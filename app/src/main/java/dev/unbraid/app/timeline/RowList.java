package dev.unbraid.app.timeline;

import dev.unbraid.app.controls.LaneHeights;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.app.mirror.ViewMirror;
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
import java.util.SequencedMap;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// The rows of all songs, one below the other. Rows live as long as what they show.
final class RowList extends Region {
    private final Desk desk;
    private final Gathering gathering;
    private final RowHeaders headers;
    private final Map<Object, Row> rows = new LinkedHashMap<>();
    private final SequencedMap<Row, Supplier<Node>> headless = new LinkedHashMap<>();
    /// Gives a row the header that was made for it.
    private Optional<Runnable> made = Optional.empty();
    private final StemMapHeights mapHeights;
    private final UnderStems under;
    private final SharedHeight differenceHeight;
    private final SharedHeight disagreementHeight;
    private RowPlan plan = new RowPlan(List.of(), 0);

    /// @param gathering shared by all rows
    RowList(Desk desk, Gathering gathering, RowHeaders headers) {
        this.desk = desk;
        this.gathering = gathering;
        this.headers = headers;
        mapHeights = new StemMapHeights(desk);
        under = new UnderStems(desk);
        differenceHeight = new SharedHeight(desk.view().differenceHeightPxProperty(), ViewMirror.USUAL_DIFFERENCE_PX);
        disagreementHeight = new SharedHeight(desk.view().disagreementHeightPxProperty(), ViewMirror.USUAL_DISAGREEMENT_PX);
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
            case Kind.OfDifference difference -> List.of("difference", difference.lane().id());
            case Kind.OfDisagreement disagreement -> List.of("disagreement", disagreement.lane().id());
            case Kind.OfStemMap map -> map.song().id();
        };
    }

    /// Takes in what the document says now.
    void update() {
        Project project = desk.session().project();
        plan = RowPlan.of(project, mapHeights, under);
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
        headless.keySet().removeAll(before.values());
        getChildren().removeAll(before.values());
        getChildren().addAll(fresh);
        requestLayout();
    }

    /// Makes one row's header, if any lacks it, or gives it what was made: those of all new stems in one frame would hold
    /// the window up.
    ///
    /// @return whether more is to do
    boolean giveHeader() {
        if (made.isPresent()) {
            made.get().run();
            made = Optional.empty();
        } else {
            made = Optional.ofNullable(headless.pollFirstEntry()).<Runnable>map(it -> {
                Node header = it.getValue().get();
                return () -> it.getKey().setHeader(header);
            });
        }
        return made.isPresent() || !headless.isEmpty();
    }

    private static void update(Row row, Kind kind, boolean active) {
        switch (kind) {
            case Kind.OfLane lane when row instanceof LaneRow it -> it.update(lane, active);
            case Kind.OfStemMap map when row instanceof StemMapRow it -> it.update(map, active);
            case Kind.OfDifference difference when row instanceof LaneRow it -> it.update(difference.asLane(), active);
            case Kind.OfDisagreement disagreement when row instanceof DisagreementRow it -> it.update(disagreement, active);
            case Kind.OfLane _, Kind.OfStemMap _, Kind.OfDifference _, Kind.OfDisagreement _ -> throw new IllegalStateException("row of another kind");
        }
    }

    /// @param px high is what rows can be seen in
    void setRoom(double px) {
        mapHeights.setRoom(px);
        update();
    }

    private Row make(Kind kind) {
        return switch (kind) {
            case Kind.OfLane lane -> {
                LaneRow row = new LaneRow(desk, gathering, lane, new LaneHeight(lane.lane().id()));
                headless.put(row, () -> headers.lane().apply(lane.lane().id()));
                yield row;
            }
            case Kind.OfDifference difference -> {
                LaneRow row = new LaneRow(desk, gathering, difference.asLane(), differenceHeight);
                row.setId("difference-" + difference.lane().id().value());
                headless.put(row, () -> headers.difference().apply(difference.lane().id()));
                yield row;
            }
            case Kind.OfDisagreement disagreement -> {
                DisagreementRow row = new DisagreementRow(desk, gathering, disagreement, disagreementHeight);
                headless.put(row, () -> headers.disagreement().apply(disagreement.lane().id()));
                yield row;
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

        @Override
        public void wantUsualHeight() {
            desk.session().project().lane(id).ifPresent(it -> wantHeight(LaneHeights.usualPx(it)));
        }
    }

    private final class MapHeight implements RowEdge.Listener {
        private final SongId id;

        MapHeight(SongId id) {
            this.id = id;
        }

        @Override
        public double heightPx() {
            return mapHeights.heightPx(id);
        }

        @Override
        public void wantHeight(double px) {
            mapHeights.drag(id, px);
            update();
        }

        @Override
        public void wantUsualHeight() {
            mapHeights.forget(id);
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
            mapHeights.stretch(song.id(), factor);
            differenceHeight.stretch(factor);
            disagreementHeight.stretch(factor);
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
