package dev.unbraid.project;

import java.util.List;

/// All that the stems depend on: the same recipe gives the same stems, as long as its model's name means the same model.
///
/// @param inputSha256 of the song's frames as they were decoded
/// @param model       as in the catalogue
/// @param stems       wanted, in the model's order
public record Recipe(String inputSha256, String model, List<String> stems, int shifts, double overlap, long seed) {
    public Recipe {
        stems = List.copyOf(stems);
    }
}
