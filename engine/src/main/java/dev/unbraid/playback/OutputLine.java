package dev.unbraid.playback;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import javax.sound.sampled.SourceDataLine;

/// A sound line of the system.
final class OutputLine implements Outlet {
    private static final int BLOCK_FRAMES = 1 << 10;
    private static final int LEAD_INS_PER_SECOND = 80;
    private static final int SMALLEST_WRITE_FRAMES = 1 << 7;
    private static final long STILL_NANOS = 100_000_000;

    private final SourceDataLine line;
    private final SampleCode code;
    private final int frameBytes;
    private final int bufferFrames;
    private final ByteBuffer bytes;
    private int capacity;
    private boolean empty = true;
    /// Since it was empty, in frames.
    private long written;
    private long lastTaken;
    private long lastTakenNanos;
    private boolean stood;
    private boolean filling;

    /// @param line open
    OutputLine(SourceDataLine line, SampleCode code) {
        this.line = line;
        this.code = code;
        frameBytes = line.getFormat().getFrameSize();
        bufferFrames = line.getBufferSize() / frameBytes;
        bytes = ByteBuffer.allocate(BLOCK_FRAMES * frameBytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    int bufferFrames() {
        return bufferFrames;
    }

    @Override
    public int sampleRate() {
        return (int) line.getFormat().getSampleRate();
    }

    /// A sound server that starts before there is sound drops what then comes late, a few milliseconds.
    @Override
    public int leadIn() {
        return sampleRate() / LEAD_INS_PER_SECOND;
    }

    @Override
    public int room() {
        int free = line.available() / frameBytes;
        if (standsStill()) {
            // Standing still for the second time, it is dry, and the room it had at first is not what it has now.
            capacity = stood ? free : capacity;
            stood = true;
            filling = true;
        }
        filling = filling && free >= SMALLEST_WRITE_FRAMES;
        return filling ? free : Math.min(free, bufferFrames - pending());
    }

    /// A sound server that has run dry waits until all of its room is full, which may be more than was asked for.
    private boolean standsStill() {
        long taken = written - pending();
        long now = System.nanoTime();
        if (taken == lastTaken && !empty && now - lastTakenNanos > STILL_NANOS) {
            lastTakenNanos = now;
            return true;
        }
        if (taken != lastTaken) {
            lastTaken = taken;
            lastTakenNanos = now;
        }
        return false;
    }

    @Override
    public int pending() {
        return empty ? 0 : Math.max(0, capacity - line.available() / frameBytes);
    }

    @Override
    public boolean write(float[][] planes, int count) {
        bytes.clear();
        for (int i = 0; i < count; i++) {
            code.put(bytes, planes[0][i]);
            code.put(bytes, planes[1][i]);
        }
        boolean took = line.write(bytes.array(), 0, bytes.position()) == bytes.position();
        if (empty) {
            // A sound server may make more room than was asked for, and says so only now.
            capacity = Math.max(bufferFrames, line.available() / frameBytes + count);
            empty = false;
            written = 0;
            lastTaken = 0;
            lastTakenNanos = System.nanoTime();
            stood = false;
            filling = false;
        }
        written += count;
        return took;
    }

    @Override
    public void start() {
        line.start();
    }

    @Override
    public void cut() {
        line.stop();
        line.flush();
        empty = true;
    }

    @Override
    public void close() {
        line.close();
    }
}
