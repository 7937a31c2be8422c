package dev.unbraid.session;

import dev.unbraid.project.SongId;

import java.util.List;

/// A song of the session to take apart into lanes.
///
/// @param stems  wanted; empty is all of the model's
/// @param device as in [SeparationDevice#name]
public record SeparateWish(SongId song, String model, List<String> stems, int shifts, String device) {
    public SeparateWish {
        stems = List.copyOf(stems);
    }
}
