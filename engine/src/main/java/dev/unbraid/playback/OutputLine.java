package dev.unbraid.playback;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import javax.sound.sampled.SourceDataLine;

/// A sound line of the system.
final class OutputLine implements Outlet {
    private static final int BLOCK_FRAMES = 1 << 10;

    private final SourceDataLine line;
    private final SampleCode code;
    private final int frameBytes;
    private final int bufferFrames;
    private final ByteBuffer bytes;

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

    @Override
    public int room() {
        return line.available() / frameBytes;
    }

    @Override
    public int pending() {
        return Math.max(0, bufferFrames - room());
    }

    @Override
    public boolean write(float[][] planes, int count) {
        bytes.clear();
        for (int i = 0; i < count; i++) {
            code.put(bytes, planes[0][i]);
            code.put(bytes, planes[1][i]);
        }
        return line.write(bytes.array(), 0, bytes.position()) == bytes.position();
    }

    @Override
    public void start() {
        line.start();
    }

    @Override
    public void cut() {
        line.stop();
        line.flush();
    }

    @Override
    public void close() {
        line.close();
    }
}
