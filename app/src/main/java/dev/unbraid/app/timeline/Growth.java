package dev.unbraid.app.timeline;

import dev.unbraid.assets.AudioAsset;
import dev.unbraid.audio.Coverage;
import dev.unbraid.audio.FrameRange;

/// Watches one sound fill in, from any side and first as a draft, and says which part of a picture that makes stale.
final class Growth {
    /// Peaks and windows at the edge of what was there have seen only a part of their frames.
    private static final long MARGIN_FRAMES = 1 << 17;

    private final AudioAsset sound;
    private Coverage seen;
    private Coverage seenSettled;
    private boolean complete;

    Growth(AudioAsset sound) {
        this.sound = sound;
        seen = sound.coverage();
        seenSettled = sound.settled();
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
        seen = refresh(picture, seen, sound.coverage());
        seenSettled = refresh(picture, seenSettled, sound.settled());
    }

    private static Coverage refresh(Picture picture, Coverage before, Coverage now) {
        for (FrameRange range : now.ranges()) {
            if (!before.holds(range)) {
                picture.stale(before.endFrom(range.start()) - (double) MARGIN_FRAMES, range.end() + (double) MARGIN_FRAMES);
            }
        }
        return now;
    }
}
