package dev.unbraid.project;

import dev.unbraid.audio.AssetId;

/// One row of the timeline: a sound, how it is mixed and how it is drawn.
///
/// @param name what the user calls it
/// @param stem what the model calls it, such as `drums`; `mix` for the song itself, `residual` for what its stems leave
///             over
public record Lane(LaneId id, String name, String stem, AssetId asset, Strip strip, LaneLook look) {
    public static final String MIX = "mix";
    public static final String RESIDUAL = "residual";
    /// What a song's own lane is called until the user calls it otherwise.
    public static final String MIX_NAME = "Mix";

    public Lane withName(String other) {
        return new Lane(id, other, stem, asset, strip, look);
    }

    public Lane withAsset(AssetId other) {
        return new Lane(id, name, stem, other, strip, look);
    }

    public Lane withStrip(Strip other) {
        return new Lane(id, name, stem, asset, other, look);
    }

    public Lane withLook(LaneLook other) {
        return new Lane(id, name, stem, asset, strip, other);
    }
}
