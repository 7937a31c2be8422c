package dev.unbraid.app.timeline;

import dev.unbraid.app.mirror.BoxSelection;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.app.mirror.ShownDisagreements.State;
import dev.unbraid.app.timeline.layer.FrequencyAxis;
import dev.unbraid.app.timeline.tool.Target;
import dev.unbraid.audio.AssetId;
import dev.unbraid.audio.FrameRange;
import dev.unbraid.overview.PeakColumns;
import dev.unbraid.project.Lane;
import dev.unbraid.project.Song;
import dev.unbraid.separation.Disagreement;
import dev.unbraid.ui.Messages;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Finds what there is to say about a place.
final class Readout {
    /// Around the pointer, up and down, that counts as under it.
    private static final double REACH_PX = 4;

    private final Desk desk;
    private final HertzText texts;

    Readout(Desk desk) {
        this.desk = desk;
        texts = new HertzText(Messages.of("timeline", desk.locale()));
    }

    /// A place in a row's picture.
    ///
    /// @param frame          of the row's own sound, as `sampleRate` and `framesPerPixel`
    /// @param pictureHeight  in pixels
    record Place(Target target, double frame, double sampleRate, double framesPerPixel, double pictureHeight) {
        FrameRange around() {
            long half = (long) Math.ceil(1.5 * framesPerPixel);
            return new FrameRange((long) frame - half, (long) frame + half);
        }

        double hzAbove(FrequencyAxis axis, double px) {
            return axis.hzAt(target.up() + px / pictureHeight);
        }
    }

    Reading read(Place place) {
        Optional<BoxSelection> box = boxAround(place);
        String time = box.map(it -> rangeText(it.range(), place.sampleRate))
                .orElseGet(() -> TimeText.of(place.frame / place.sampleRate, 3));
        String band = box.map(it -> texts.text(it.lowHz()) + " – " + texts.text(it.highHz())).orElse("");
        if (place.target.kind() == Target.Kind.DISAGREEMENT) {
            return disagreement(place, time, band);
        }
        return place.target.axis()
                .map(axis -> spectral(place, axis, box, time, band))
                .orElseGet(() -> new Reading(time, band, "", "", peakText(place), StemShares.NONE));
    }

    private Reading disagreement(Place place, String time, String band) {
        double hz = place.target.axis().map(place.target::hz).orElse(0.0);
        String level = desk.session().disagreements().state(place.target.lane().id())
                .filter(State.There.class::isInstance)
                .map(State.There.class::cast)
                .map(it -> level(it.disagreement(), place.frame / place.sampleRate, hz))
                .filter(Double::isFinite)
                .map(texts::decibels)
                .orElse("");
        return new Reading(time, band, texts.exact(hz), "", level, StemShares.NONE);
    }

    private static double level(Disagreement disagreement, double seconds, double hz) {
        long column = Math.round(seconds * disagreement.sampleRate() / Disagreement.HOP);
        int band = disagreement.bandOf(hz);
        return column >= 0 && column < disagreement.columns() && band < Disagreement.BANDS
                ? disagreement.db((int) column, band)
                : Double.NEGATIVE_INFINITY;
    }

    private static String rangeText(FrameRange range, double sampleRate) {
        return "%s – %s".formatted(
                TimeText.of(range.start() / sampleRate, 2), TimeText.of(range.end() / sampleRate, 2));
    }

    /// The box, if the pointer is in it.
    private Optional<BoxSelection> boxAround(Place place) {
        return desk.view().boxProperty().get()
                .filter(it -> it.lane().equals(place.target.lane().id()) && it.picture() == place.target.picture())
                .filter(it -> it.range().start() <= place.frame && place.frame <= it.range().end())
                .filter(it -> place.target.axis().map(place.target::hz)
                        .filter(hz -> it.lowHz() <= hz && hz <= it.highHz()).isPresent());
    }

    private Reading spectral(Place place, FrequencyAxis axis, Optional<BoxSelection> box, String time, String band) {
        SpectrumProbe probe = probe(place);
        AssetId asset = place.target.lane().asset();
        double low = place.hzAbove(axis, -REACH_PX);
        double high = place.hzAbove(axis, REACH_PX);
        double hz = probe.peakHz(asset, place.frame, low, high).orElse(place.target.hz(axis));
        OptionalDouble level = probe.levelDb(asset, place.frame, low, high);
        StemShares shares = box
                .map(it -> shares(place, it.range(), it.lowHz(), it.highHz()))
                .orElseGet(() -> shares(place, place.around(), low, high));
        return new Reading(time, band, texts.exact(hz), texts.note(NoteName.of(hz)),
                level.isPresent() ? texts.decibels(level.getAsDouble()) : "", shares);
    }

    private SpectrumProbe probe(Place place) {
        return new SpectrumProbe(desk.tiles()::find, desk.view().spectrogramProperty().get(),
                place.sampleRate, place.framesPerPixel);
    }

    private StemShares shares(Place place, FrameRange range, double lowHz, double highHz) {
        Song song = place.target.song();
        SpectrumProbe probe = probe(place);
        double[] powers = song.stems().stream()
                .mapToDouble(stem -> probe.power(stem.asset(), range, lowHz, highHz))
                .toArray();
        return StemShares.of(song.stems(), powers);
    }

    /// Which stem has the most energy around the pointer.
    Optional<Lane> owner(Place place) {
        return place.target.axis().flatMap(axis -> {
            List<StemShares.Share> shares = shares(
                    place, place.around(), place.hzAbove(axis, -REACH_PX), place.hzAbove(axis, REACH_PX)).shares();
            return shares.isEmpty() ? Optional.empty() : Optional.of(shares.getFirst().stem());
        });
    }

    private String peakText(Place place) {
        PeakColumns column = PeakColumns.of(1);
        return desk.session().session().waveform(place.target.lane().asset()).map(waveform -> {
            float highest = 0;
            for (int channel = 0; channel < waveform.sound().spec().channels(); channel++) {
                waveform.read(channel, place.frame - place.framesPerPixel / 2, Math.max(1, place.framesPerPixel), column);
                highest = Math.max(highest, Math.max(column.max()[0], -column.min()[0]));
            }
            return highest > 0 ? texts.decibels(20 * Math.log10(highest)) : "";
        }).orElse("");
    }
}
