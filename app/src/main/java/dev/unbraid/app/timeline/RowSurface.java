package dev.unbraid.app.timeline;

import dev.unbraid.app.mirror.BoxSelection;
import dev.unbraid.app.timeline.RowPlan.Kind;
import dev.unbraid.app.timeline.RowPlan.Placed;
import dev.unbraid.app.timeline.layer.FrequencyAxis;
import dev.unbraid.app.timeline.tool.Surface;
import dev.unbraid.app.timeline.tool.Target;
import dev.unbraid.project.Lane;
import dev.unbraid.project.LaneId;
import dev.unbraid.project.Song;

import java.util.Optional;

/// Says where things are in the rows.
final class RowSurface implements Surface {
    private final RowList rows;
    private final TimelineModel model;
    private final Readout readout;

    RowSurface(RowList rows, TimelineModel model, Readout readout) {
        this.rows = rows;
        this.model = model;
        this.readout = readout;
    }

    @Override
    public long frameAt(double x) {
        return Math.round(instantAt(x));
    }

    @Override
    public long frameIn(Song song, double x) {
        return Math.round(instantAt(x) * rateRatio(song));
    }

    private double instantAt(double x) {
        return Math.clamp(model.viewport().frameAt(x), 0, model.extent().frames());
    }

    @Override
    public double xOf(long frame) {
        return model.viewport().xOf(frame);
    }

    @Override
    public Optional<Target> targetAt(double y) {
        return rows.plan().at(y).map(placed -> target(placed, y));
    }

    private Target target(Placed placed, double y) {
        Optional<FrequencyAxis> axis = rows.row(placed.kind()).flatMap(Row::axis);
        return switch (placed.kind()) {
            case Kind.OfLane it -> new Target(Target.Kind.LANE, it.song(), it.lane(), axis, up(placed, y));
            case Kind.OfDifference it -> new Target(Target.Kind.DIFFERENCE, it.song(), it.lane(), axis, up(placed, y));
            case Kind.OfDisagreement it -> new Target(Target.Kind.DISAGREEMENT, it.song(), it.lane(), axis, up(placed, y));
            case Kind.OfStemMap it -> new Target(Target.Kind.STEM_MAP, it.song(), it.song().mix(), axis, up(placed, y));
        };
    }

    private static double up(Placed placed, double y) {
        return 1 - (y - placed.top()) / (placed.height() - 1);
    }

    @Override
    public double upIn(LaneId lane, Target.Kind kind, double y) {
        return placed(lane, kind).map(it -> up(it, y)).orElse(0.0);
    }

    Optional<Placed> placed(LaneId lane, Target.Kind kind) {
        return rows.plan().rows().stream().filter(it -> switch (it.kind()) {
            case Kind.OfLane row -> kind == Target.Kind.LANE && row.lane().id().equals(lane);
            case Kind.OfDifference row -> kind == Target.Kind.DIFFERENCE && row.lane().id().equals(lane);
            case Kind.OfDisagreement row -> kind == Target.Kind.DISAGREEMENT && row.lane().id().equals(lane);
            case Kind.OfStemMap row -> kind == Target.Kind.STEM_MAP && row.song().mix().id().equals(lane);
        }).findFirst();
    }

    /// The row in which a box is drawn: the stem map stands for its mix.
    Optional<Placed> boxRow(BoxSelection box) {
        Optional<Placed> row = switch (box.picture()) {
            case SOUND -> placed(box.lane(), Target.Kind.STEM_MAP).or(() -> placed(box.lane(), Target.Kind.LANE));
            case DIFFERENCE -> placed(box.lane(), Target.Kind.DIFFERENCE);
            case DISAGREEMENT -> placed(box.lane(), Target.Kind.DISAGREEMENT);
        };
        return row.filter(it -> rows.row(it.kind()).flatMap(Row::axis).isPresent());
    }

    /// How a song's frames relate to the active song's.
    double rateRatio(Song song) {
        return model.sound(song).map(it -> it.spec().sampleRate() / model.sampleRate()).orElse(1.0);
    }

    /// @param x from the pictures' left edge
    Readout.Place place(Target target, double x) {
        double ratio = rateRatio(target.song());
        double height = placed(target.lane().id(), target.kind()).map(it -> it.height() - 1).orElse(1.0);
        return new Readout.Place(target, model.viewport().frameAt(x) * ratio, model.sampleRate() * ratio,
                model.viewport().framesPerPixel() * ratio, height);
    }

    @Override
    public Optional<Lane> ownerAt(Target target, double x) {
        return readout.owner(place(target, x));
    }

    @Override
    public void reveal(double x) {
        if (x < 0) {
            model.scroll(Math.max(x, -40));
        } else if (x > model.extent().widthPx()) {
            model.scroll(Math.min(x - model.extent().widthPx(), 40));
        }
    }
}
