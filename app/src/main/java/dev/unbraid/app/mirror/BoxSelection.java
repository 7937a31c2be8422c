package dev.unbraid.app.mirror;

import dev.unbraid.audio.FrameRange;
import dev.unbraid.project.LaneId;

/// A box of time and frequency that was selected in a picture of a lane.
///
/// @param lane    whose picture it is; the mix for the stem map of a song
/// @param range   in the frames of the lane's song
/// @param picture which of the lane's
public record BoxSelection(LaneId lane, Picture picture, FrameRange range, double lowHz, double highHz) {
    /// What is pictured of a lane; the stem map pictures the sound of its mix.
    public enum Picture { SOUND, DIFFERENCE, DISAGREEMENT }
}
