package dev.unbraid.app.timeline;

import dev.unbraid.app.mirror.Desk;
import dev.unbraid.app.timeline.RowPlan.Kind;
import dev.unbraid.project.Lane;
import dev.unbraid.project.LaneLook;
import dev.unbraid.project.Song;

import java.util.List;
import java.util.stream.Stream;

/// What is shown under a stem besides its sound.
final class UnderStems implements RowPlan.Under {
    private final Desk desk;

    UnderStems(Desk desk) {
        this.desk = desk;
    }

    @Override
    public List<Kind> of(Song song, Lane stem) {
        return Stream.concat(difference(song, stem), disagreement(song, stem)).toList();
    }

    private Stream<Kind> difference(Song song, Lane stem) {
        LaneLook look = stem.look()
                .withView(desk.view().differenceViewProperty().get())
                .withHeightPx(desk.view().differenceHeightPxProperty().get());
        return desk.session().differencesProperty().get().stream()
                .filter(it -> it.stem().equals(stem.id()))
                .map(it -> new Kind.OfDifference(song, stem.withAsset(it.sound()).withLook(look)));
    }

    private Stream<Kind> disagreement(Song song, Lane stem) {
        LaneLook look = stem.look().withHeightPx(desk.view().disagreementHeightPxProperty().get());
        return desk.session().disagreements().isShown(stem.id())
                ? Stream.of(new Kind.OfDisagreement(song, stem.withLook(look)))
                : Stream.empty();
    }
}
