package dev.unbraid.app.timeline;

import dev.unbraid.app.mirror.Desk;
import dev.unbraid.app.timeline.RowPlan.Kind;
import dev.unbraid.project.Lane;
import dev.unbraid.project.LaneLook;
import dev.unbraid.project.Song;

import java.util.List;

/// What is shown under a stem besides its sound.
final class UnderStems implements RowPlan.Under {
    private final Desk desk;

    UnderStems(Desk desk) {
        this.desk = desk;
    }

    @Override
    public List<Kind> of(Song song, Lane stem) {
        LaneLook look = new LaneLook(
                desk.view().differenceViewProperty().get(), desk.view().differenceHeightPxProperty().get(), stem.look().colour());
        return desk.session().differencesProperty().get().stream()
                .filter(it -> it.stem().equals(stem.id()))
                .<Kind>map(it -> new Kind.OfDifference(song, stem.withAsset(it.sound()).withLook(look)))
                .toList();
    }
}
