package dev.unbraid.session;

import dev.unbraid.audio.FrameRange;
import dev.unbraid.project.SongId;

/// A stretch of a song whose stems are to be separated again.
///
/// @param range   in the song's frames; what lies outside of the song is left out
/// @param model   with the stems that the song has
/// @param overlap share of a segment that the next one repeats, from 0 to below 1
/// @param device  as in [SeparationDevice#name]
public record RefineWish(SongId song, FrameRange range, String model, int shifts, double overlap, String device) {}
