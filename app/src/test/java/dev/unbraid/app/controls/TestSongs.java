package dev.unbraid.app.controls;

import dev.unbraid.audio.AssetId;
import dev.unbraid.audio.AudioSpec;
import dev.unbraid.project.Lane;
import dev.unbraid.project.LaneId;
import dev.unbraid.project.LaneLook;
import dev.unbraid.project.LaneView;
import dev.unbraid.project.Recipe;
import dev.unbraid.project.Song;
import dev.unbraid.project.SongId;
import dev.unbraid.project.SongSource;
import dev.unbraid.project.StemSum;
import dev.unbraid.project.Strip;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Songs for tests of what is said about songs: they make no sound.
public final class TestSongs {
    private static final Map<String, String> COLOURS = Map.of(
            Lane.MIX, "#c9d1e3", "drums", "#f2a93b", "bass", "#5ec4a0", "other", "#6e9cf5", "vocals", "#f06e96");
    private static final List<String> STEMS = List.of("drums", "bass", "other", "vocals");
    private static final AssetId SOUND = new AssetId("sound");
    public static final Recipe RECIPE = new Recipe("0".repeat(64), "htdemucs", STEMS, 0, 0.25, 0, List.of());

    private TestSongs() {}

    /// @param file that it came from
    public static Song unseparated(Path file) {
        SongSource source = new SongSource(file.toAbsolutePath().toString(), "FLAC", new AudioSpec(44_100, 2), 24);
        return new Song(new SongId("song"), "Busy Schedule", source, lane(Lane.MIX, "Mix", SOUND), List.of(), Optional.empty(), StemSum.OPEN, false);
    }

    /// @param file that it came from
    public static Song separated(Path file) {
        return unseparated(file).withStems(stems(SOUND), RECIPE);
    }

    /// @param sound that all of them share
    public static List<Lane> stems(AssetId sound) {
        return STEMS.stream().map(it -> lane(it, Character.toUpperCase(it.charAt(0)) + it.substring(1), sound)).toList();
    }

    /// @param stem names the lane, too
    public static LaneId lane(String stem) {
        return new LaneId(stem);
    }

    private static Lane lane(String stem, String name, AssetId sound) {
        return new Lane(lane(stem), name, stem, sound, Strip.NEUTRAL,
                new LaneLook(LaneView.WAVEFORM, stem.equals(Lane.MIX) ? 104 : 92, COLOURS.get(stem)));
    }
}
