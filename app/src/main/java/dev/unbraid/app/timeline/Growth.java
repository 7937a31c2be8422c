package dev.unbraid.app.timeline;

import dev.unbraid.assets.AudioAsset;
import dev.unbraid.audio.Coverage;
import dev.unbraid.audio.FrameRange;

/// Watches one sound fill in, and says which part of a picture that makes stale.
final class Growth {
    /// Peaks and windows at the edge of what was there have seen only a part of their frames.
    private static final long MARGIN_FRAMES = 1 << 17;

    private final AudioAsset sound;
    private Coverage seen;
    private boolean complete;

    Growth(AudioAsset sound) {
        this.sound = sound;
        seen = sound.coverage();
        complete = sound.isComplete();
    }

    boolean isOver() {
        return complete;
    }

    void refresh(Picture picture) {
        if (complete) {
            return;
        }
        complete = sound.isComplete();
        if (complete) {
            // Its length may have been a guess until now.
            picture.staleAll();
        }
        Coverage now = sound.coverage();
        if (now.equals(seen)) {
            return;
        }
        for (FrameRange range : now.ranges()) {
            if (!seen.holds(range)) {
                picture.stale(seen.endFrom(range.start()) - (double) MARGIN_FRAMES, range.end() + (double) MARGIN_FRAMES);
            }
        }
        seen = now;
    }
}
