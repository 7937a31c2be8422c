package dev.unbraid.session;

import dev.unbraid.assets.AudioAsset;
import dev.unbraid.audio.FrameRange;
import dev.unbraid.separation.MixTape;

import java.io.IOException;
import java.util.function.BooleanSupplier;

/// A stem that is new in a stretch: copied from the old one around it.
///
/// @param rates   from the model's to the stem's
/// @param stopped asked before each block
record SplicedStem(AudioAsset old, Splice splice, RateChange rates, BooleanSupplier stopped) {
    private static final int BLOCK = 1 << 14;

    /// What of the track at the model's rate is needed.
    ///
    /// @param frames of that track
    static FrameRange needed(RateChange rates, FrameRange range, long frames) {
        return (rates.isNone() ? range : rates.needed(range)).cutTo(new FrameRange(0, frames));
    }

    /// @param fresh at the model's rate
    /// @param known what is there of it
    /// @return whether all of it was written
    boolean write(MixTape fresh, FrameRange known, Recording to) throws IOException {
        copy(new FrameRange(0, splice.range().start()), to);
        if (!stopped.getAsBoolean()) {
            rates.convert(fresh, known, splice.range(), (start, planes, offset, frames) -> {
                float[][] block = new float[planes.length][frames];
                old.read(start, block, 0, frames);
                splice.lay(start, planes, offset, block, frames);
                to.write(start, block, 0, frames);
            });
        }
        copy(new FrameRange(splice.range().end(), old.frames()), to);
        return !stopped.getAsBoolean();
    }

    private void copy(FrameRange range, Recording to) throws IOException {
        float[][] block = new float[old.spec().channels()][BLOCK];
        for (long at = range.start(); at < range.end() && !stopped.getAsBoolean(); at += BLOCK) {
            int count = (int) Math.min(BLOCK, range.end() - at);
            old.read(at, block, 0, count);
            to.write(at, block, 0, count);
        }
    }
}
