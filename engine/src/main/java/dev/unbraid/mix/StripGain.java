package dev.unbraid.mix;

import dev.unbraid.audio.Decibels;
import dev.unbraid.project.Strip;

/// What a strip multiplies each side by.
record StripGain(float left, float right) {
    static final StripGain SILENCE = new StripGain(0, 0);

    static StripGain of(Strip strip) {
        if (strip.muted() || strip.gainDb() <= Strip.SILENT_DB) {
            return SILENCE;
        }
        double gain = Decibels.toAmplitude(strip.gainDb());
        return new StripGain((float) (gain * Math.min(1, 1 - strip.pan())), (float) (gain * Math.min(1, 1 + strip.pan())));
    }
}
