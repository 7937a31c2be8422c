package dev.unbraid.project;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// A song and what it was taken apart into. All its lanes have one sample rate and start together.
///
/// @param mix    the song as it was opened; its strip is the bus that all of the song runs through
/// @param stems  empty until it is separated
/// @param recipe of the stems
/// @param folded whether the stems are hidden
public record Song(
        SongId id, String title, SongSource source, Lane mix, List<Lane> stems, Optional<Recipe> recipe, boolean folded) {
    public Song {
        stems = List.copyOf(stems);
        if (stems.isEmpty() != recipe.isEmpty()) {
            throw new IllegalArgumentException("stems and their recipe come together");
        }
    }

    public Stream<Lane> lanes() {
        return Stream.concat(Stream.of(mix), stems.stream());
    }

    public Optional<Lane> lane(LaneId lane) {
        return lanes().filter(it -> it.id().equals(lane)).findFirst();
    }

    public Song withTitle(String other) {
        return new Song(id, other, source, mix, stems, recipe, folded);
    }

    public Song withStems(List<Lane> lanes, Recipe made) {
        return new Song(id, title, source, mix, lanes, Optional.of(made), folded);
    }

    public Song withoutStems() {
        return new Song(id, title, source, mix, List.of(), Optional.empty(), folded);
    }

    public Song withFolded(boolean fold) {
        return new Song(id, title, source, mix, stems, recipe, fold);
    }

    /// This song with one lane changed, or itself if the lane is not its own.
    Song withLane(LaneId lane, UnaryOperator<Lane> change) {
        UnaryOperator<Lane> here = it -> it.id().equals(lane) ? change.apply(it) : it;
        return new Song(id, title, source, here.apply(mix), stems.stream().map(here).toList(), recipe, folded);
    }

    /// This song with a stem at another place among its stems.
    Song withStemAt(LaneId lane, int index) {
        List<Lane> order = new ArrayList<>(stems);
        Lane moved = stems.stream().filter(it -> it.id().equals(lane)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no stem " + lane));
        order.remove(moved);
        order.add(Math.clamp(index, 0, order.size()), moved);
        return new Song(id, title, source, mix, order, recipe, folded);
    }
}
