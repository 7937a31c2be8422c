package dev.unbraid.playback;

/// Which frame of the output is heard now. One thread writes, any number read, no lock.
///
/// The system tells in leaps of a few milliseconds how far it is; between them, and over them, this runs smoothly.
final class PlaybackClock {
    private static final double NANOS = 1e9;
    private static final long STANDS = Long.MIN_VALUE;
    private static final long LEAP_NANOS = 80_000_000;
    private static final long FOLLOW = 64;

    private volatile int sampleRate = 1;
    private volatile long standsAt;
    private volatile long writtenTo;
    /// Time that was heard, less the clock's; [#STANDS] while it stands.
    private volatile long ahead = STANDS;

    void rate(int framesPerSecond) {
        sampleRate = framesPerSecond;
    }

    void stand(long outFrame) {
        standsAt = outFrame;
        writtenTo = outFrame;
        ahead = STANDS;
    }

    void wrote(long outFrame) {
        writtenTo = outFrame;
    }

    /// The system says that `outFrame` is heard. The first time that this is not where it stands, it begins to run.
    void report(long outFrame) {
        long before = ahead;
        long told = nanos(outFrame) - System.nanoTime();
        if (before == STANDS) {
            ahead = outFrame == standsAt ? STANDS : told;
            return;
        }
        long error = told - before;
        ahead = before + (Math.abs(error) > LEAP_NANOS ? error : error / FOLLOW);
    }

    long heardFrame() {
        long lead = ahead;
        if (lead == STANDS) {
            return standsAt;
        }
        long frame = (long) ((double) (System.nanoTime() + lead) / NANOS * sampleRate);
        return Math.clamp(frame, standsAt, writtenTo);
    }

    private long nanos(long frame) {
        return (long) ((double) frame * NANOS / sampleRate);
    }
}
