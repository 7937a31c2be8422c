package dev.unbraid.session;

import dev.unbraid.audio.FrameRange;

/// A stretch of new sound in place of the old: within its ends one fades into the other at equal gain, for both are
/// much the same there, and outside nothing changes.
///
/// @param fadeIn  frames from the stretch's start on; 0 at the start of the song
/// @param fadeOut frames before the stretch's end; 0 at the end of the song
record Splice(FrameRange range, int fadeIn, int fadeOut) {
    private static final int FADES_PER_SECOND = 50;

    /// @param frames of the song
    static Splice of(FrameRange range, long frames, int sampleRate) {
        int fade = (int) Math.min(sampleRate / FADES_PER_SECOND, range.length() / 2);
        return new Splice(range, range.start() == 0 ? 0 : fade, range.end() == frames ? 0 : fade);
    }

    /// How much of a frame within the stretch is new: above 0, and 1 between the fades.
    float share(long frame) {
        double in = (frame - range.start() + 1) / (fadeIn + 1.0);
        double out = (range.end() - frame) / (fadeOut + 1.0);
        return (float) Math.min(1, Math.min(in, out));
    }

    /// Puts the old sound under the new.
    ///
    /// @param fresh `fresh[channel][offset ..]`, borrowed
    /// @param old   `old[channel][0 ..]`; becomes what is heard
    void lay(long startFrame, float[][] fresh, int offset, float[][] old, int frames) {
        for (int i = 0; i < frames; i++) {
            float share = share(startFrame + i);
            for (int channel = 0; channel < old.length; channel++) {
                float now = fresh[channel][offset + i];
                old[channel][i] = share < 1 ? old[channel][i] + share * (now - old[channel][i]) : now;
            }
        }
    }
}
