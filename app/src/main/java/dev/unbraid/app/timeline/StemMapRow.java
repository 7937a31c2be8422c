package dev.unbraid.app.timeline;

import dev.unbraid.app.mirror.Desk;
import dev.unbraid.app.timeline.layer.Argb;
import dev.unbraid.app.timeline.layer.Columns;
import dev.unbraid.app.timeline.layer.FrequencyAxis;
import dev.unbraid.app.timeline.layer.Gathering;
import dev.unbraid.app.timeline.layer.GroundLayer;
import dev.unbraid.app.timeline.layer.StemMapLayer;
import dev.unbraid.assets.AudioAsset;
import dev.unbraid.project.Lane;
import dev.unbraid.project.Song;
import dev.unbraid.ui.Messages;
import dev.unbraid.ui.ThemeColours;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One spectrogram of a song in which hue is the stem that owns the energy.
final class StemMapRow extends Row {
    /// Dark in both themes: hue shows on black.
    private static final int SILENCE = ThemeColours.DARK.background();
    private static final int NOBODY = 0xffaab0bc;

    private final StemMapHeader header;
    private final HertzText texts;
    private Song song;
    private boolean active = true;
    private boolean dressed;

    StemMapRow(Desk desk, Gathering gathering, RowPlan.Kind.OfStemMap kind, RowEdge.Listener resizing) {
        this(desk, gathering, kind.song(), new StemMapHeader(Messages.of("timeline", desk.locale())), resizing);
    }

    private StemMapRow(Desk desk, Gathering gathering, Song song, StemMapHeader header, RowEdge.Listener resizing) {
        super(desk, gathering, resizing);
        this.song = song;
        this.header = header;
        setHeader(header);
        texts = new HertzText(Messages.of("timeline", desk.locale()));
        setId("stem-map-" + song.id().value());
    }

    Song song() {
        return song;
    }

    void update(RowPlan.Kind.OfStemMap now, boolean isActive) {
        List<?> before = song.stems().stream().map(StemMapRow::shown).toList();
        boolean changed = active != isActive || !song.mix().asset().equals(now.song().mix().asset())
                || !before.equals(now.song().stems().stream().map(StemMapRow::shown).toList());
        song = now.song();
        active = isActive;
        if (changed || !dressed) {
            dress();
        }
    }

    private static List<Object> shown(Lane stem) {
        return List.of(stem.asset(), stem.look().colour(), stem.name());
    }

    @Override
    Optional<FrequencyAxis> axis() {
        return Optional.of(Paints.of(desk().view()).axis());
    }

    @Override
    void dress() {
        Paints paints = Paints.of(desk().view());
        header.show(song.stems());
        labels().show(axis(), texts);
        List<AudioAsset> sounds = new ArrayList<>();
        Stream.concat(Stream.of(song.mix()), song.stems().stream()).forEach(lane -> sound(lane.asset()).ifPresent(sounds::add));
        dressed = sounds.size() == 1 + song.stems().size();
        if (!dressed) {
            show(paints.theme().background(), List.of(), sounds);
            return;
        }
        AudioAsset mix = sounds.getFirst();
        spectrograms().show(shape(paints.axis(), mix.spec().sampleRate()), sounds.stream().map(AudioAsset::id).toList());
        List<StemMapLayer.Stem> stems = song.stems().stream().map(this::layered).toList();
        int share = active ? Paints.BRIGHT : Paints.DIMMED;
        StemMapLayer layer = new StemMapLayer(spectrograms().cursor(mix.id()), stems,
                new StemMapLayer.Look(paints.levels(), SILENCE, NOBODY, share));
        show(paints.theme().background(), List.of(new GroundLayer(mix::frames, SILENCE), layer), sounds);
    }

    private StemMapLayer.Stem layered(Lane stem) {
        return new StemMapLayer.Stem(
                spectrograms().cursor(stem.asset()), Argb.of(stem.look().colour()), sound(stem.asset()).orElseThrow()::coverage);
    }

    @Override
    void write(Columns columns, double framesPerPixel) {
        labels().endAt(pictureWidth());
    }
}
