package dev.unbraid.app.timeline;

import dev.unbraid.app.mirror.Desk;
import dev.unbraid.app.mirror.ShownDisagreements.State;
import dev.unbraid.app.timeline.layer.Columns;
import dev.unbraid.app.timeline.layer.DisagreementLayer;
import dev.unbraid.app.timeline.layer.FrequencyAxis;
import dev.unbraid.app.timeline.layer.Gathering;
import dev.unbraid.app.timeline.layer.GroundLayer;
import dev.unbraid.app.timeline.layer.HatchLayer;
import dev.unbraid.app.timeline.layer.Layer;
import dev.unbraid.assets.AudioAsset;
import dev.unbraid.audio.Coverage;
import dev.unbraid.audio.FrameRange;
import dev.unbraid.project.Refinement;
import dev.unbraid.separation.Disagreement;
import dev.unbraid.ui.Messages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the passes that made a stem disagreed in. What was separated again since is hatched: nothing is known of it.
final class DisagreementRow extends Row {
    private static final double REMARK_X = 16;

    private final Messages messages;
    private final HertzText texts;
    private RowPlan.Kind.OfDisagreement kind;
    private Optional<State> state = Optional.empty();
    private boolean active = true;

    DisagreementRow(Desk desk, Gathering gathering, RowPlan.Kind.OfDisagreement kind, RowEdge.Listener resizing) {
        super(desk, gathering, resizing);
        this.kind = kind;
        messages = Messages.of("timeline", desk.locale());
        texts = new HertzText(messages);
        setId("disagreement-" + kind.lane().id().value());
    }

    void update(RowPlan.Kind.OfDisagreement now, boolean isActive) {
        Optional<State> known = desk().session().disagreements().state(now.lane().id());
        boolean changed = active != isActive || !known.equals(state) || !kind.song().recipe().equals(now.song().recipe())
                || kind.lane().strip().muted() != now.lane().strip().muted();
        kind = now;
        active = isActive;
        state = known;
        if (changed) {
            dress();
        }
    }

    @Override
    Optional<FrequencyAxis> axis() {
        return Optional.of(Paints.of(desk().view()).axis());
    }

    @Override
    void dress() {
        Paints paints = Paints.of(desk().view());
        List<Layer> layers = new ArrayList<>();
        Optional<AudioAsset> sound = sound(kind.lane().asset());
        boolean there = state.orElse(new State.Reading()) instanceof State.There;
        if (state.isPresent() && state.get() instanceof State.There(Disagreement disagreement)) {
            sound.ifPresent(it -> addHeat(layers, paints, disagreement, it));
        }
        labels().show(there ? axis() : Optional.empty(), texts);
        show(paints.theme().background(), layers, List.of());
    }

    private void addHeat(List<Layer> layers, Paints paints, Disagreement disagreement, AudioAsset sound) {
        boolean recedes = !active || kind.lane().strip().muted();
        DisagreementLayer.Look look = new DisagreementLayer.Look(
                paints.levels().map(), recedes ? Paints.DIMMED : Paints.BRIGHT);
        layers.add(new GroundLayer(sound::frames, paints.levels().map().argb(0)));
        layers.add(new DisagreementLayer(
                disagreement, sound.spec().sampleRate(), paints.axis(), picture().raster().height(), look));
        Coverage known = Coverage.of(new FrameRange(0, sound.frames()));
        for (Refinement refined : kind.song().recipe().orElseThrow().refinements()) {
            known = known.minus(Coverage.of(refined.range()));
        }
        Coverage measured = known;
        layers.add(new HatchLayer(() -> measured, sound::frames, paints.hatch()));
    }

    @Override
    void write(Columns columns, double framesPerPixel) {
        labels().endAt(pictureWidth());
        switch (state.orElse(new State.Reading())) {
            case State.Reading _, State.There _ -> labels().noRemark();
            case State.Expected _ -> labels().remark(messages.text("disagreement.expected"), REMARK_X);
            case State.Gone _ -> labels().remark(messages.text("disagreement.gone"), REMARK_X);
        }
    }
}
