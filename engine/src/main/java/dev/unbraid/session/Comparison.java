package dev.unbraid.session;

import dev.unbraid.audio.AssetId;
import dev.unbraid.audio.FrameRange;
import dev.unbraid.project.History;
import dev.unbraid.project.Lane;
import dev.unbraid.project.LaneId;
import dev.unbraid.project.Recipe;
import dev.unbraid.project.Refinement;
import dev.unbraid.project.Song;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// A stem and what it was before its song was last separated, both as the networks made them.
///
/// @param stretch what was refined in between; empty if all was made anew
record Comparison(LaneId stem, AssetId now, AssetId before, Optional<FrameRange> stretch) {
    /// @return empty if the lane is no stem, or was not another before
    static Optional<Comparison> of(History history, LaneId stem, Sounds sounds) {
        return history.present().songOf(stem).flatMap(song -> song.stems().stream()
                .filter(it -> it.id().equals(stem))
                .findFirst()
                .flatMap(lane -> FormerStems.state(history, song.id(), sounds)
                        .flatMap(former -> of(song, lane, former))));
    }

    private static Optional<Comparison> of(Song song, Lane lane, Song former) {
        AssetId now = asSeparated(song, lane);
        return former.stems().stream()
                .filter(it -> it.stem().equals(lane.stem()))
                .findFirst()
                .map(it -> asSeparated(former, it))
                .filter(before -> !before.equals(now))
                .map(before -> new Comparison(lane.id(), now, before, refined(song, former)));
    }

    private static AssetId asSeparated(Song song, Lane stem) {
        return Objects.requireNonNull(song.asSeparated().get(stem.id()));
    }

    /// Where a song was refined since it was in another state, from the first frame to the last.
    private static Optional<FrameRange> refined(Song song, Song former) {
        Recipe now = song.recipe().orElseThrow();
        Recipe before = former.recipe().orElseThrow();
        int known = before.refinements().size();
        List<Refinement> all = now.refinements();
        if (!unrefined(now).equals(unrefined(before))
                || known >= all.size() || !all.subList(0, known).equals(before.refinements())) {
            return Optional.empty();
        }
        return all.subList(known, all.size()).stream()
                .map(Refinement::range)
                .reduce((one, other) -> new FrameRange(
                        Math.min(one.start(), other.start()), Math.max(one.end(), other.end())));
    }

    private static Recipe unrefined(Recipe recipe) {
        return new Recipe(recipe.inputSha256(), recipe.model(), recipe.stems(), recipe.shifts(), recipe.overlap(),
                recipe.seed(), List.of());
    }
}
