package dev.unbraid.playback;

import java.util.Arrays;

/// An output that keeps what it was given instead of making sound, as fast or as slow as the test lets it.
final class MemoryOutput implements Outlet.Maker, Outlet {
    static final int BUFFER = 2048;

    private float[][] kept = new float[2][1 << 16];
    private int sampleRate;
    private int written;
    private int heard;
    private boolean running;
    private boolean keeps = true;
    private int allowed = Integer.MAX_VALUE;

    @Override
    public synchronized Outlet open(OutputDevice device, int rate, int bufferFrames) {
        sampleRate = rate;
        return this;
    }

    @Override
    public synchronized int sampleRate() {
        return sampleRate;
    }

    @Override
    public int leadIn() {
        return 0;
    }

    @Override
    public int tail() {
        return 0;
    }

    @Override
    public synchronized int room() {
        hear();
        return written - heard > BUFFER ? 0 : BUFFER - (written - heard);
    }

    @Override
    public synchronized int pending() {
        hear();
        return written - heard;
    }

    private void hear() {
        if (running) {
            heard = Math.clamp(written, heard, Math.max(heard, allowed));
        }
    }

    @Override
    public synchronized boolean write(float[][] planes, int count) {
        for (int side = 0; keeps && side < 2; side++) {
            if (written + count > kept[side].length) {
                kept[side] = Arrays.copyOf(kept[side], kept[side].length * 2);
            }
            System.arraycopy(planes[side], 0, kept[side], written, count);
        }
        written += count;
        return true;
    }

    @Override
    public synchronized void start() {
        running = true;
    }

    @Override
    public synchronized void cut() {
        running = false;
        heard = written;
    }

    @Override
    public synchronized void close() {
        running = false;
    }

    /// Lets no more than `frames` in all be heard.
    synchronized void allow(int frames) {
        allowed = frames;
    }

    synchronized void keepNothing() {
        keeps = false;
    }

    synchronized int written() {
        return written;
    }

    /// What was written on one side from `start` on.
    synchronized float[] side(int side, int start, int count) {
        return Arrays.copyOfRange(kept[side], start, start + count);
    }
}
