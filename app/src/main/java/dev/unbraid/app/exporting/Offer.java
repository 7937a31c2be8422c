package dev.unbraid.app.exporting;

import dev.unbraid.project.Lane;
import dev.unbraid.project.Song;
import dev.unbraid.session.ExportWish.Output;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a song can be written as: what is heard, each of its stems, what they leave over where that is shown, and all but
/// the vocals.
///
/// @param stems and what they leave over
record Offer(List<Lane> stems, Optional<Lane> vocals) {
    /// Wishes that many have; the others tick stem by stem.
    enum Preset { ALL_STEMS, HEARD, INSTRUMENTAL, A_CAPPELLA }

    static Offer of(Song song) {
        return new Offer(
                Stream.concat(song.stems().stream(), song.sum().residual().stream()).toList(),
                song.stems().stream().filter(it -> it.stem().equals("vocals")).findFirst());
    }

    /// In the order in which they are shown and written.
    List<Output> outputs() {
        List<Output> all = new ArrayList<>();
        all.add(new Output.Heard());
        stems.forEach(lane -> all.add(new Output.Stem(lane.id())));
        vocals.ifPresent(lane -> all.add(new Output.AllBut(lane.id())));
        return List.copyOf(all);
    }

    Optional<Lane> lane(Output output) {
        return switch (output) {
            case Output.Heard() -> Optional.empty();
            case Output.Stem(var id) -> stems.stream().filter(it -> it.id().equals(id)).findFirst();
            case Output.AllBut(var id) -> stems.stream().filter(it -> it.id().equals(id)).findFirst();
        };
    }

    /// Nothing where the song lacks what the preset needs.
    Set<Output> of(Preset preset) {
        return switch (preset) {
            case ALL_STEMS -> stems.stream().map(lane -> new Output.Stem(lane.id())).collect(Collectors.toSet());
            case HEARD -> Set.of(new Output.Heard());
            case INSTRUMENTAL -> vocals.stream().map(lane -> new Output.AllBut(lane.id())).collect(Collectors.toSet());
            case A_CAPPELLA -> vocals.stream().map(lane -> new Output.Stem(lane.id())).collect(Collectors.toSet());
        };
    }

    /// The preset that wishes exactly this.
    Optional<Preset> presetOf(Set<Output> outputs) {
        return List.of(Preset.values()).stream()
                .filter(it -> !outputs.isEmpty() && of(it).equals(outputs))
                .findFirst();
    }
}
