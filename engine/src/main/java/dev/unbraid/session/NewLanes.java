package dev.unbraid.session;

import dev.unbraid.audio.AssetId;
import dev.unbraid.project.Lane;
import dev.unbraid.project.LaneId;
import dev.unbraid.project.LaneLook;
import dev.unbraid.project.LaneView;
import dev.unbraid.project.Strip;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/// Lanes as they are born: their names, colours and heights.
final class NewLanes {
    private static final String MIX_COLOUR = "#c9d1e3";
    private static final Map<String, String> STEM_COLOURS = Map.of(
            "drums", "#f2a93b",
            "bass", "#5ec4a0",
            "other", "#6e9cf5",
            "vocals", "#f06e96",
            "guitar", "#c58af0",
            "piano", "#4fc3d9");
    /// For the stems of models to come: as light and as bright as those above, far from them in hue.
    private static final List<String> FURTHER_COLOURS = List.of("#a8c64c", "#e58a6b", "#d98fc6", "#8aa4b8");
    private static final String RESIDUAL_COLOUR = "#8b93a3";
    private static final int MIX_PX = 104;
    private static final int STEM_PX = 92;

    private NewLanes() {}

    static Lane mix(AssetId sound) {
        return lane(Lane.MIX_NAME, Lane.MIX, sound, new LaneLook(LaneView.WAVEFORM, MIX_PX, MIX_COLOUR));
    }

    /// @param index among the stems of its song
    static Lane stem(String stem, int index, AssetId sound) {
        String further = FURTHER_COLOURS.get(index % FURTHER_COLOURS.size());
        String colour = STEM_COLOURS.getOrDefault(stem, further);
        return lane(capitalised(stem), stem, sound, new LaneLook(LaneView.WAVEFORM, STEM_PX, colour));
    }

    /// Born muted: the song goes on sounding as it did until the user wants to hear it.
    static Lane residual(AssetId sound) {
        Lane born = lane(capitalised(Lane.RESIDUAL), Lane.RESIDUAL, sound,
                new LaneLook(LaneView.WAVEFORM, STEM_PX, RESIDUAL_COLOUR));
        return born.withStrip(Strip.NEUTRAL.withMuted(true));
    }

    private static Lane lane(String name, String stem, AssetId sound, LaneLook look) {
        return new Lane(new LaneId(UUID.randomUUID().toString()), name, stem, sound, Strip.NEUTRAL, look);
    }

    private static String capitalised(String stem) {
        return stem.isEmpty() ? stem : stem.substring(0, 1).toUpperCase(Locale.ROOT) + stem.substring(1);
    }
}
