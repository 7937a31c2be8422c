package dev.unbraid.project;

import dev.unbraid.audio.AssetId;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A song and what it was taken apart into. All its lanes have one sample rate and start together.
///
/// @param mix    the song as it was opened; its strip is the bus that all of the song runs through
/// @param stems  empty until it is separated
/// @param recipe of the stems
/// @param sum    what became of the stems since
/// @param folded whether the stems are hidden
public record Song(
        SongId id, String title, SongSource source, Lane mix, List<Lane> stems, Optional<Recipe> recipe, StemSum sum,
        boolean folded) {
    public Song {
        stems = List.copyOf(stems);
        if (stems.isEmpty() != recipe.isEmpty()) {
            throw new IllegalArgumentException("stems and their recipe come together");
        }
        Set<LaneId> known = stems.stream().map(Lane::id).collect(Collectors.toSet());
        boolean strange = sum.isLocked() ? !known.equals(sum.asSeparated().keySet()) : stems.isEmpty() && sum.residual().isPresent();
        if (strange) {
            throw new IllegalArgumentException("%s of the stems %s".formatted(sum, known));
        }
    }

    /// The mix, its stems, and what they leave over where that is shown.
    public Stream<Lane> lanes() {
        return Stream.of(Stream.of(mix), stems.stream(), sum.residual().stream()).flatMap(it -> it);
    }

    /// All that must be kept for this song: of its lanes, and what locked stems were before.
    public Stream<AssetId> sounds() {
        return Stream.concat(lanes().map(Lane::asset), sum.asSeparated().values().stream()).distinct();
    }

    /// The sounds of the stems as the network made them.
    public Map<LaneId, AssetId> asSeparated() {
        Map<LaneId, AssetId> sounds = new HashMap<>();
        stems.forEach(it -> sounds.put(it.id(), sum.asSeparated().getOrDefault(it.id(), it.asset())));
        return Map.copyOf(sounds);
    }

    public Optional<Lane> lane(LaneId lane) {
        return lanes().filter(it -> it.id().equals(lane)).findFirst();
    }

    public Song withTitle(String other) {
        return new Song(id, other, source, mix, stems, recipe, sum, folded);
    }

    /// @param lanes as the network made them
    public Song withStems(List<Lane> lanes, Recipe made) {
        return new Song(id, title, source, mix, lanes, Optional.of(made), StemSum.OPEN, folded);
    }

    public Song withoutStems() {
        return new Song(id, title, source, mix, List.of(), Optional.empty(), StemSum.OPEN, folded);
    }

    public Song withFolded(boolean fold) {
        return new Song(id, title, source, mix, stems, recipe, sum, fold);
    }

    /// With the stems of another state of this song, and all that became of them.
    public Song withStemsOf(Song other) {
        return new Song(id, title, source, mix, other.stems, other.recipe, other.sum, folded);
    }

    /// Mixed as it is, with the sounds that stems of the same name have in another state of this song.
    public Song soundingAs(Song other) {
        UnaryOperator<Lane> former = lane -> other.stems.stream()
                .filter(it -> it.stem().equals(lane.stem()))
                .findFirst()
                .map(it -> lane.withAsset(it.asset()))
                .orElse(lane);
        return new Song(id, title, source, mix, stems.stream().map(former).toList(), recipe, StemSum.OPEN, folded);
    }

    /// With stems that were changed to add up.
    ///
    /// @param sounds one for each stem
    Song locked(SumLock how, Map<LaneId, AssetId> sounds) {
        return withStemSounds(sounds, recipe, new StemSum(how, asSeparated(), Optional.empty()));
    }

    Song unlocked() {
        return sum.isLocked() ? withStemSounds(sum.asSeparated(), recipe, StemSum.OPEN) : this;
    }

    /// With stems of which a stretch was separated again.
    ///
    /// @param sounds one for each stem, as the networks made them
    Song refined(Map<LaneId, AssetId> sounds, Refinement refinement) {
        return withStemSounds(sounds, recipe.map(it -> it.with(refinement)), StemSum.OPEN);
    }

    private Song withStemSounds(Map<LaneId, AssetId> sounds, Optional<Recipe> made, StemSum now) {
        List<Lane> changed = stems.stream().map(it -> it.withAsset(sound(sounds, it.id()))).toList();
        return new Song(id, title, source, mix, changed, made, now, folded);
    }

    private static AssetId sound(Map<LaneId, AssetId> sounds, LaneId stem) {
        return Optional.ofNullable(sounds.get(stem))
                .orElseThrow(() -> new IllegalArgumentException("no sound for the stem " + stem));
    }

    Song withResidual(Optional<Lane> lane) {
        StemSum now = new StemSum(sum.lock(), sum.asSeparated(), lane);
        return new Song(id, title, source, mix, stems, recipe, now, folded);
    }

    /// This song with one lane changed, or itself if the lane is not its own.
    Song withLane(LaneId lane, UnaryOperator<Lane> change) {
        UnaryOperator<Lane> here = it -> it.id().equals(lane) ? change.apply(it) : it;
        StemSum now = new StemSum(sum.lock(), sum.asSeparated(), sum.residual().map(here));
        return new Song(id, title, source, here.apply(mix), stems.stream().map(here).toList(), recipe, now, folded);
    }

    /// This song with a stem at another place among its stems.
    Song withStemAt(LaneId lane, int index) {
        List<Lane> order = new ArrayList<>(stems);
        Lane moved = stems.stream().filter(it -> it.id().equals(lane)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no stem " + lane));
        order.remove(moved);
        order.add(Math.clamp(index, 0, order.size()), moved);
        return new Song(id, title, source, mix, order, recipe, sum, folded);
    }
}
