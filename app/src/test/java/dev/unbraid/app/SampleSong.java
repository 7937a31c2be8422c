package dev.unbraid.app;

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

import java.util.List;
import java.util.Optional;

/// A song of four stems, for tests.
public final class SampleSong {
    public static final Recipe RECIPE =
            new Recipe("0".repeat(64), "htdemucs", List.of("drums", "bass", "other", "vocals"), 0, 0.25, 0, List.of());

    private SampleSong() {}

    public static LaneId lane(String stem) {
        return new LaneId(stem);
    }

    public static Song separated() {
        AssetId sound = new AssetId("sound");
        Lane mix = new Lane(lane(Lane.MIX), "Mix", Lane.MIX, sound, Strip.NEUTRAL, new LaneLook(LaneView.WAVEFORM, 104, "#c9d1e3"));
        SongSource source = new SongSource("/songs/busy.flac", "FLAC", new AudioSpec(44_100, 2), 24);
        return new Song(new SongId("song"), "Busy Schedule", source, mix, stems(sound), Optional.of(RECIPE), StemSum.OPEN, false);
    }

    /// @param sound that all of them share
    public static List<Lane> stems(AssetId sound) {
        return List.of(stem("drums", "Drums", "#f2a93b", sound), stem("bass", "Bass", "#5ec4a0", sound),
                stem("other", "Other", "#6e9cf5", sound), stem("vocals", "Vocals", "#f06e96", sound));
    }

    private static Lane stem(String stem, String name, String colour, AssetId sound) {
        return new Lane(lane(stem), name, stem, sound, Strip.NEUTRAL, new LaneLook(LaneView.WAVEFORM, 92, colour));
    }
}
