package dev.unbraid.app.timeline;

import dev.unbraid.app.mirror.Desk;
import dev.unbraid.app.timeline.layer.Columns;
import dev.unbraid.app.timeline.layer.FrequencyAxis;
import dev.unbraid.app.timeline.layer.Gathering;
import dev.unbraid.app.timeline.layer.GroundLayer;
import dev.unbraid.app.timeline.layer.HatchLayer;
import dev.unbraid.app.timeline.layer.Layer;
import dev.unbraid.app.timeline.layer.SpectrogramLayer;
import dev.unbraid.app.timeline.layer.WaveformLayer;
import dev.unbraid.assets.AudioAsset;
import dev.unbraid.overview.Waveform;
import dev.unbraid.project.Lane;
import dev.unbraid.project.LaneView;
import dev.unbraid.ui.Messages;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A lane: its waveform, its spectrogram, or both.
final class LaneRow extends Row {
    private static final double REMARK_AIR_PX = 16;

    private final Messages messages;
    private final HertzText texts;
    private RowPlan.Kind.OfLane kind;
    private boolean active = true;
    private Optional<AudioAsset> sound = Optional.empty();

    LaneRow(Desk desk, Gathering gathering, RowPlan.Kind.OfLane kind, RowEdge.Listener resizing) {
        super(desk, gathering, resizing);
        this.kind = kind;
        messages = Messages.of("timeline", desk.locale());
        texts = new HertzText(messages);
        setId("lane-" + kind.lane().id().value());
    }

    Lane lane() {
        return kind.lane();
    }

    /// @param isActive whether its song is the one that is played
    void update(RowPlan.Kind.OfLane now, boolean isActive) {
        Lane before = kind.lane();
        Lane lane = now.lane();
        boolean changed = active != isActive || !before.asset().equals(lane.asset())
                || before.look().view() != lane.look().view() || !before.look().colour().equals(lane.look().colour())
                || before.strip().muted() != lane.strip().muted();
        kind = now;
        active = isActive;
        if (changed || sound.isEmpty()) {
            dress();
        }
    }

    @Override
    Optional<FrequencyAxis> axis() {
        return lane().look().view() == LaneView.WAVEFORM ? Optional.empty() : Optional.of(Paints.of(desk().view()).axis());
    }

    @Override
    void dress() {
        Paints paints = Paints.of(desk().view());
        sound = sound(lane().asset());
        List<Layer> layers = new ArrayList<>();
        sound.ifPresent(it -> {
            switch (lane().look().view()) {
                case WAVEFORM -> addWaveform(layers, paints, Waveforms.ALONE);
                case SPECTROGRAM -> addSpectrogram(layers, it, paints, share(Paints.BRIGHT));
                case OVERLAY -> {
                    addSpectrogram(layers, it, paints, share(Paints.UNDER_A_WAVEFORM));
                    addWaveform(layers, paints, Waveforms.OVER_A_SPECTROGRAM);
                }
            }
            if (isStem()) {
                layers.add(new HatchLayer(it::coverage, it::frames, paints.hatch()));
            }
        });
        if (axis().isEmpty()) {
            spectrograms().clear();
        }
        labels().show(axis(), texts);
        show(paints.theme().background(), layers, sound.stream().toList());
    }

    private enum Waveforms { ALONE, OVER_A_SPECTROGRAM }

    private void addWaveform(List<Layer> layers, Paints paints, Waveforms place) {
        Optional<Waveform> waveform = desk().session().session().waveform(lane().asset());
        waveform.ifPresent(it -> layers.add(new WaveformLayer(it, switch (place) {
            case ALONE -> paints.waveform(lane(), share(Paints.BRIGHT));
            case OVER_A_SPECTROGRAM -> paints.waveformOverSpectrogram(lane(), share(Paints.BRIGHT));
        })));
    }

    private void addSpectrogram(List<Layer> layers, AudioAsset asset, Paints paints, int share) {
        spectrograms().show(shape(paints.axis(), asset.spec().sampleRate()), List.of(asset.id()));
        layers.add(new GroundLayer(asset::frames, paints.levels().map().argb(0)));
        layers.add(new SpectrogramLayer(spectrograms().cursor(asset.id()), paints.levels(), share));
    }

    /// A lane that is not heard recedes.
    private int share(int usual) {
        return lane().strip().muted() || !active ? usual * Paints.DIMMED / Paints.BRIGHT : usual;
    }

    private boolean isStem() {
        return !lane().stem().equals(Lane.MIX);
    }

    private boolean isFirstStem() {
        return !kind.song().stems().isEmpty() && kind.song().stems().getFirst().id().equals(lane().id());
    }

    @Override
    void write(Columns columns, double framesPerPixel) {
        double startFrame = columns.startOf(0);
        double width = pictureWidth();
        boolean partly = isStem() && sound.map(it -> !it.isComplete()).orElse(false);
        long gap = partly ? gapFrom(startFrame) : Long.MAX_VALUE;
        double gapX = (gap - startFrame) / framesPerPixel;
        labels().endAt(gapX > 0 ? gapX : width);
        if (partly && isFirstStem() && gap > 0 && gapX > 0 && gapX < width && isLast(gap)) {
            double seconds = gap / (double) sound.orElseThrow().spec().sampleRate();
            labels().remark(messages.text("after", TimeText.of(Math.floor(seconds), 0)), gapX + REMARK_AIR_PX);
        } else {
            labels().noRemark();
        }
    }

    private boolean isLast(long gap) {
        return sound.orElseThrow().coverage().nextAfter(gap) == Long.MAX_VALUE;
    }

    /// @return the first frame from `startFrame` on, or from the first that is there, that is missing
    private long gapFrom(double startFrame) {
        var coverage = sound.orElseThrow().coverage();
        long from = Math.max(0, (long) startFrame);
        long end = coverage.endFrom(from);
        if (end == from) {
            long next = coverage.nextAfter(from);
            return next == Long.MAX_VALUE ? from : coverage.endFrom(next);
        }
        return end;
    }
}
