package dev.unbraid.playback;

/// A loudspeaker that nobody hears: time passes all the same.
final class SilentOutlet implements Outlet {
    private static final double NANOS = 1e9;

    private final int sampleRate;
    private final int bufferFrames;
    private long startNanos;
    private boolean running;
    private long written;

    SilentOutlet(int sampleRate, int bufferFrames) {
        this.sampleRate = sampleRate;
        this.bufferFrames = bufferFrames;
    }

    @Override
    public int sampleRate() {
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
    public int room() {
        return bufferFrames - pending();
    }

    @Override
    public int pending() {
        if (!running) {
            return (int) written;
        }
        long gone = (long) ((double) (System.nanoTime() - startNanos) / NANOS * sampleRate);
        return (int) Math.max(0, written - gone);
    }

    @Override
    public boolean write(float[][] planes, int count) {
        written += count;
        return true;
    }

    @Override
    public void start() {
        startNanos = System.nanoTime();
        running = true;
    }

    @Override
    public void cut() {
        running = false;
        written = 0;
    }

    @Override
    public void close() {
        running = false;
    }
}
