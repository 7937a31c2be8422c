package dev.unbraid.app.timeline;

import dev.unbraid.app.controls.LaneHeights;
import dev.unbraid.app.fx.Gradually;
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

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// The rows of all songs, one below the other. Rows live as long as what they show.
final class RowList extends Region {
    private final Desk desk;
    private final Gathering gathering;
    private final RowHeaders headers;
    private final Map<Object, Row> rows = new LinkedHashMap<>();
    /// Rows to come.
    private final Set<Object> awaited = new HashSet<>();
    /// All of a song's stems in one frame would hold the window up.
    private final Gradually coming = new Gradually(this);
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

    /// Takes in what the document says now. Rows that are new come in the next frames.
    void update() {
        plan = RowPlan.of(desk.session().project(), mapHeights, under);
        Map<Object, Placed> shown = plan.rows().stream()
                .collect(Collectors.toMap(it -> key(it.kind()), Function.identity(), (it, _) -> it, LinkedHashMap::new));
        getChildren().removeAll(rows.entrySet().stream().filter(it -> !shown.containsKey(it.getKey())).map(Map.Entry::getValue).toList());
        rows.keySet().retainAll(shown.keySet());
        awaited.retainAll(shown.keySet());
        shown.forEach((key, placed) -> {
            if (rows.containsKey(key)) {
                update(rows.get(key), placed.kind(), isActive(placed.kind()));
            } else if (awaited.add(key)) {
                coming.then(() -> prepare(key));
            }
        });
        requestLayout();
    }

    /// Makes a row in one frame, and lays it out and paints it in another; so its header.
    private void prepare(Object key) {
        shown(key).ifPresent(kind -> {
            Row row = make(kind);
            update(row, kind, isActive(kind));
            coming.then(() -> enter(key, row));
        });
    }

    private void enter(Object key, Row row) {
        shown(key).ifPresent(kind -> {
            awaited.remove(key);
            rows.put(key, row);
            update(row, kind, isActive(kind));
            getChildren().add(row);
            header(kind).ifPresent(it -> comesWith(row, it));
            requestLayout();
        });
    }

    private void comesWith(Row row, Supplier<Node> header) {
        coming.then(() -> {
            if (rows.containsValue(row)) {
                Node made = header.get();
                coming.then(() -> row.setHeader(made));
            }
        });
    }

    /// @return what an awaited row shows by now, if it still is to come
    private Optional<Kind> shown(Object key) {
        return plan.rows().stream().map(Placed::kind).filter(it -> awaited.contains(key) && key(it).equals(key)).findFirst();
    }

    private boolean isActive(Kind kind) {
        return desk.session().project().active().equals(Optional.of(kind.song().id()));
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
            case Kind.OfLane lane -> new LaneRow(desk, gathering, lane, new LaneHeight(lane.lane().id()));
            case Kind.OfDifference difference -> {
                LaneRow row = new LaneRow(desk, gathering, difference.asLane(), differenceHeight);
                row.setId("difference-" + difference.lane().id().value());
                yield row;
            }
            case Kind.OfDisagreement disagreement -> new DisagreementRow(desk, gathering, disagreement, disagreementHeight);
            case Kind.OfStemMap map -> new StemMapRow(desk, gathering, map, new MapHeight(map.song().id()));
        };
    }

    /// A stem map has its own.
    private Optional<Supplier<Node>> header(Kind kind) {
        return switch (kind) {
            case Kind.OfLane lane -> Optional.of(() -> headers.lane().apply(lane.lane().id()));
            case Kind.OfDifference difference -> Optional.of(() -> headers.difference().apply(difference.lane().id()));
            case Kind.OfDisagreement disagreement -> Optional.of(() -> headers.disagreement().apply(disagreement.lane().id()));
            case Kind.OfStemMap _ -> Optional.empty();
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
