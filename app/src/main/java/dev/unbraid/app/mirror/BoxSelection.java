package dev.unbraid.app.mirror;

import dev.unbraid.audio.FrameRange;
import dev.unbraid.project.LaneId;

/// A box of time and frequency that was selected in a lane's spectrogram, or in the stem map of its song.
public record BoxSelection(LaneId lane, FrameRange range, double lowHz, double highHz) {}
