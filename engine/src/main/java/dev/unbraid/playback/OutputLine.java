package dev.unbraid.playback;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import javax.sound.sampled.SourceDataLine;

/// A sound line of the system, filled to half its room at most.
///
/// What a line says of its free room means several things. ALSA's way to PulseAudio offers twice the room while it
/// runs, and exactly once the room when it has run dry. Half filled, the one is never mistaken for the other.
///
/// A line that is dry is given a whole buffer in one piece. In small pieces, the first of them starts it, and it may run
/// dry again before it gets the next one.
final class OutputLine implements Outlet {
    private static final int BLOCK_FRAMES = Tape.BLOCK_FRAMES;
    private static final int LEAD_INS_PER_SECOND = 40;
    private static final int TAILS_PER_SECOND = 10;
    private static final int TRUSTED_TRIES = 3;
    private static final int MOST_TRIES = 9;
    private static final long PROMPT_NANOS = 2_000_000;

    private final SourceDataLine line;
    private final SampleCode code;
    private final int frameBytes;
    private final int bufferFrames;
    private final ByteBuffer bytes;
    /// What a running line calls free when nothing is in it.
    private int free;
    private boolean dry = true;

    /// @param line open, with twice the room for what it is to hold
    OutputLine(SourceDataLine line, SampleCode code) {
        this.line = line;
        this.code = code;
        frameBytes = line.getFormat().getFrameSize();
        bufferFrames = Math.max(1, line.getBufferSize() / frameBytes / 2 / BLOCK_FRAMES) * BLOCK_FRAMES;
        bytes = ByteBuffer.allocate(bufferFrames * frameBytes).order(ByteOrder.LITTLE_ENDIAN);
        tryOut();
    }

    /// Finds out how a running line speaks of its room, with silence. Also, one that was cut once is restarted by the
    /// first sound it gets, while one fresh from the system may wait until all its room is full.
    private void tryOut() {
        int trusted = 0;
        free = Integer.MAX_VALUE;
        for (int tries = 1; trusted < TRUSTED_TRIES && (tries <= MOST_TRIES || trusted == 0); tries++) {
            line.start();
            long nanos = System.nanoTime();
            line.write(bytes.array(), 0, bytes.capacity());
            int said = line.available() / frameBytes + bufferFrames;
            // Later, some of it may have been played and said to be free, or all of it.
            if (System.nanoTime() - nanos < PROMPT_NANOS || tries > MOST_TRIES) {
                free = Math.min(free, said);
                trusted++;
            }
            cut();
        }
    }

    @Override
    public int sampleRate() {
        return (int) line.getFormat().getSampleRate();
    }

    /// A sound server takes a moment to turn from what it had planned to play, silence.
    @Override
    public int leadIn() {
        return sampleRate() / LEAD_INS_PER_SECOND;
    }

    @Override
    public int tail() {
        return sampleRate() / TAILS_PER_SECOND;
    }

    @Override
    public int room() {
        return Math.max(0, bufferFrames - pending());
    }

    @Override
    public int pending() {
        if (!dry) {
            int held = free - line.available() / frameBytes;
            if (held > 0 && held < bufferFrames + bufferFrames / 2) {
                return held;
            }
            dry = true;
        }
        return bytes.position() / frameBytes;
    }

    @Override
    public boolean write(float[][] planes, int count) {
        for (int i = 0; i < count; i++) {
            code.put(bytes, planes[0][i]);
            code.put(bytes, planes[1][i]);
        }
        if (dry && bytes.remaining() >= count * frameBytes) {
            return true;
        }
        int length = bytes.position();
        bytes.clear();
        dry = false;
        return line.write(bytes.array(), 0, length) == length;
    }

    @Override
    public void start() {
        line.start();
    }

    @Override
    public void cut() {
        line.stop();
        line.flush();
        bytes.clear();
        dry = true;
    }

    @Override
    public void close() {
        line.close();
    }
}
