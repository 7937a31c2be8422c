package dev.unbraid.project;

import dev.unbraid.audio.FrameRange;

/// A stretch of a song's stems that was separated again, in another way than what lies around it.
///
/// @param range in the song's frames; at its ends the old stems fade into the new ones
/// @param model as in the catalogue
public record Refinement(FrameRange range, String model, int shifts, double overlap, long seed) {
    public Refinement {
        if (range.start() < 0 || range.length() == 0) {
            throw new IllegalArgumentException("frames %s of a song".formatted(range));
        }
    }
}
