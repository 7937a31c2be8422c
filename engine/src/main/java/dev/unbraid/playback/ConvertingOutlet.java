package dev.unbraid.playback;

import dev.unbraid.mix.RateConverter;

/// An outlet for sound of another sample rate than its own.
final class ConvertingOutlet implements Outlet {
    private static final int BLOCK_FRAMES = Tape.BLOCK_FRAMES;

    private final Outlet line;
    private final int sampleRate;
    private final RateConverter converter;
    private final float[][] converted;
    private final float[][] waiting;
    private int waits;
    private long in;
    private long out;
    private boolean broken;

    /// @param sampleRate of the sound
    ConvertingOutlet(Outlet line, int sampleRate) {
        this.line = line;
        this.sampleRate = sampleRate;
        converter = new RateConverter(sampleRate, line.sampleRate(), BLOCK_FRAMES);
        converted = new float[2][converter.most(BLOCK_FRAMES)];
        waiting = new float[2][BLOCK_FRAMES + converted[0].length];
    }

    @Override
    public int sampleRate() {
        return sampleRate;
    }

    @Override
    public int lineRate() {
        return line.sampleRate();
    }

    @Override
    public int leadIn() {
        return (int) inSong(line.leadIn());
    }

    @Override
    public int tail() {
        return (int) inSong(line.tail());
    }

    @Override
    public int room() {
        pass();
        return waits >= BLOCK_FRAMES ? 0 : (int) Math.max(BLOCK_FRAMES, inSong(line.room()));
    }

    @Override
    public int pending() {
        return (int) Math.max(0, in - inSong(out - line.pending()));
    }

    private long inSong(long frames) {
        return frames * sampleRate / line.sampleRate();
    }

    @Override
    public boolean write(float[][] planes, int count) {
        int made = converter.convert(planes, count, converted);
        for (int side = 0; side < waiting.length; side++) {
            System.arraycopy(converted[side], 0, waiting[side], waits, made);
        }
        waits += made;
        in += count;
        pass();
        return !broken;
    }

    /// What the line has room for, in whole blocks.
    private void pass() {
        while (waits >= BLOCK_FRAMES && line.room() >= BLOCK_FRAMES && !broken) {
            broken = !line.write(waiting, BLOCK_FRAMES);
            waits -= BLOCK_FRAMES;
            out += BLOCK_FRAMES;
            for (float[] plane : waiting) {
                System.arraycopy(plane, BLOCK_FRAMES, plane, 0, waits);
            }
        }
    }

    @Override
    public void start() {
        line.start();
    }

    @Override
    public void cut() {
        line.cut();
        converter.reset();
        waits = 0;
        in = 0;
        out = 0;
    }

    @Override
    public void close() {
        line.close();
    }
}
