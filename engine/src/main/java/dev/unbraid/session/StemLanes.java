package dev.unbraid.session;

import dev.unbraid.assets.AudioAsset;
import dev.unbraid.audio.AssetId;
import dev.unbraid.audio.AudioSpec;
import dev.unbraid.project.Edit;
import dev.unbraid.project.Lane;
import dev.unbraid.project.LaneId;
import dev.unbraid.project.Project;
import dev.unbraid.project.Recipe;
import dev.unbraid.project.Song;
import dev.unbraid.project.SongId;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The lanes that a separation fills: in the document before there is any sound in them, out of it as if they had never
/// been there when nothing comes of it.
final class StemLanes {
    private static final int CHANNELS = 2;

    private final Workbench bench;
    private final SongId song;
    private final Map<String, Recording> recordings;
    private final List<Lane> lanes;
    private final Set<LaneId> ids;
    private Optional<Song> before = Optional.empty();

    private StemLanes(Workbench bench, Song song, Map<String, Recording> recordings) {
        this.bench = bench;
        this.song = song.id();
        this.recordings = recordings;
        List<Lane> born = new ArrayList<>();
        recordings.forEach((stem, sound) -> born.add(born(song, stem, NewLanes.stem(stem, born.size(), sound.asset().id()))));
        lanes = List.copyOf(born);
        ids = lanes.stream().map(Lane::id).collect(Collectors.toUnmodifiableSet());
    }

    /// One that was left half-filled lends its name, its strip and its look to the lane that is filled in its place.
    private Lane born(Song asked, String stem, Lane fresh) {
        return Stream.concat(bench.document().project().song(song).stream(), Stream.of(asked))
                .flatMap(it -> it.stems().stream())
                .filter(it -> it.stem().equals(stem) && !isWhole(it.asset()))
                .findFirst()
                .map(half -> new Lane(fresh.id(), half.name(), stem, fresh.asset(), half.strip(), half.look()))
                .orElse(fresh);
    }

    /// Makes the sounds, on any thread; the document does not know of them yet.
    ///
    /// @param song   as it is or, after a crash, as it was: half-filled stems whose sound is lost are there
    /// @param frames how long the song is, or is expected to become
    static StemLanes create(Workbench bench, Song song, List<String> stems, long frames) throws IOException {
        AudioSpec spec = new AudioSpec(song.source().spec().sampleRate(), CHANNELS);
        Map<String, Recording> recordings = new LinkedHashMap<>();
        for (String stem : stems) {
            recordings.put(stem, bench.sounds().record(spec, frames));
        }
        return new StemLanes(bench, song, recordings);
    }

    List<String> stems() {
        return List.copyOf(recordings.keySet());
    }

    Recording recording(String stem) {
        return Objects.requireNonNull(recordings.get(stem));
    }

    AudioSpec spec() {
        return recordings.values().iterator().next().asset().spec();
    }

    boolean areEmpty() {
        return recordings.values().stream().allMatch(Recording::isEmpty);
    }

    boolean areIn(Project project) {
        return project.song(song).filter(this::areIn).isPresent();
    }

    private boolean areIn(Song there) {
        return there.stems().stream().map(Lane::id).anyMatch(ids::contains);
    }

    /// Puts them into the document, in place of the stems that are there. On the session's thread.
    ///
    /// @return whether the song is still there
    boolean add(Recipe recipe) {
        before = bench.document().project().song(song);
        if (before.isPresent()) {
            bench.document().edit(new Edit.AddStems(song, lanes, recipe));
        }
        return before.isPresent();
    }

    /// What they are made with turned out to be this. On the session's thread.
    void name(Recipe recipe) {
        rewrite(there -> there.withStems(there.stems(), recipe));
    }

    /// Takes them and their sounds away. On the session's thread.
    void withdraw() {
        rewrite(there -> before.filter(it -> it.recipe().isPresent() && soundsAreWhole(it))
                .map(there::withStemsOf)
                .orElseGet(there::withoutStems));
        recordings.values().forEach(it -> bench.sounds().forget(it.asset().id()));
    }

    private boolean soundsAreWhole(Song earlier) {
        return earlier.sounds().allMatch(this::isWhole);
    }

    private boolean isWhole(AssetId sound) {
        return bench.sounds().find(sound).filter(AudioAsset::isComplete).isPresent();
    }

    private void rewrite(UnaryOperator<Song> change) {
        bench.document().rewrite(project -> project.song(song)
                .filter(this::areIn)
                .map(there -> replaced(project, change.apply(there)))
                .orElse(project));
    }

    private static Project replaced(Project project, Song changed) {
        List<Song> songs = project.songs().stream().map(it -> it.id().equals(changed.id()) ? changed : it).toList();
        return new Project(songs, project.active());
    }

    void close() throws IOException {
        for (Recording recording : recordings.values()) {
            recording.close();
        }
    }
}
