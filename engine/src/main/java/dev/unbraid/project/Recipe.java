package dev.unbraid.project;

import java.util.ArrayList;
import java.util.List;

/// All that the stems depend on: the same recipe gives the same stems, as long as its model's name means the same model.
///
/// @param inputSha256 of the song's frames as they were decoded
/// @param model       as in the catalogue
/// @param stems       wanted, in the model's order
/// @param refinements what was made otherwise, oldest first: a later one lies over those before it
public record Recipe(
        String inputSha256, String model, List<String> stems, int shifts, double overlap, long seed,
        List<Refinement> refinements) {
    public Recipe {
        stems = List.copyOf(stems);
        refinements = List.copyOf(refinements);
    }

    Recipe with(Refinement refinement) {
        List<Refinement> more = new ArrayList<>(refinements);
        more.add(refinement);
        return new Recipe(inputSha256, model, stems, shifts, overlap, seed, more);
    }
}
