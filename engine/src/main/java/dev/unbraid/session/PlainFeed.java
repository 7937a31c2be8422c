package dev.unbraid.session;

import dev.unbraid.audio.FrameRange;
import dev.unbraid.separation.MixTape;

import java.io.IOException;

/// Copies a stem into its lane, which has the same sample rate.
final class PlainFeed implements StemFeed {
    private static final int BLOCK = 1 << 14;

    private final MixTape tape;
    private final Recording lane;
    private final float[][] block;

    /// @param channels of the tape
    PlainFeed(MixTape tape, int channels, Recording lane) {
        this.tape = tape;
        this.lane = lane;
        block = new float[channels][BLOCK];
    }

    @Override
    public void settled(FrameRange range) throws IOException {
        for (long at = range.start(); at < range.end(); at += BLOCK) {
            int count = (int) Math.min(BLOCK, range.end() - at);
            tape.read(at, block, 0, count);
            lane.write(at, fitted(block), 0, count);
        }
    }

    @Override
    public void draft(long startFrame, float[][] planes, int offset, int frames) throws IOException {
        lane.draft(startFrame, fitted(planes), offset, frames);
    }

    /// Mono goes to all channels of the lane; of too many the first are kept.
    private float[][] fitted(float[][] planes) {
        float[][] fitted = new float[lane.asset().spec().channels()][];
        for (int channel = 0; channel < fitted.length; channel++) {
            fitted[channel] = planes[channel < planes.length ? channel : 0];
        }
        return fitted;
    }

    @Override
    public void close() {}
}
