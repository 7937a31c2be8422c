package dev.unbraid.playback;

import dev.unbraid.mix.Mixer;

import java.util.Arrays;

/// What goes to the output: clicks first, then the song in the manner asked for, then silence.
///
/// Playback thread only; renders without allocating.
final class Tape {
    /// Most frames that go out at once.
    static final int BLOCK_FRAMES = 128;

    private final Reel reel;
    private final Shuttle shuttle;
    private double rate;
    private double shuttleFrame;
    private CountIn countIn = new CountIn(0, 120);
    private long clicked;
    private long clickFrames;
    private int leadFrames;

    Tape(Mixer mixer) {
        reel = new Reel(mixer);
        shuttle = new Shuttle(BLOCK_FRAMES);
    }

    Reel reel() {
        return reel;
    }

    /// @param rate       times the usual speed; 0 is usual play
    /// @param leadFrames silence before all else
    void start(long songFrame, double rate, int leadFrames) {
        this.leadFrames = leadFrames;
        this.rate = rate;
        reel.goTo(songFrame);
        shuttleFrame = (double) songFrame;
        clickFrames = 0;
    }

    void clickFirst(CountIn clicks) {
        countIn = clicks;
        clicked = 0;
        clickFrames = clicks.frames(reel.mixer().scene().sampleRate());
    }

    /// Fills `count` frames that go out from `outFrame` on, and tells `map` what they are.
    void render(float[][] out, int count, long outFrame, PositionMap map) {
        int done = 0;
        while (done < count) {
            done += piece(out, done, count - done, outFrame + done, map);
        }
    }

    private int piece(float[][] out, int offset, int count, long outFrame, PositionMap map) {
        if (leadFrames > 0) {
            int run = Math.min(count, leadFrames);
            leadFrames -= run;
            return silence(out, offset, run, outFrame, map);
        }
        if (clicked < clickFrames) {
            return click(out, offset, count, outFrame, map);
        }
        if (isOver()) {
            return silence(out, offset, count, outFrame, map);
        }
        if (rate != 0) {
            return shuttle(out, offset, count, outFrame, map);
        }
        long from = reel.position();
        int read = reel.read(out, offset, count);
        if (read == 0) {
            return silence(out, offset, count, outFrame, map);
        }
        map.put(outFrame, read, (double) from, 1);
        return read;
    }

    /// Whether nothing more will come.
    boolean isOver() {
        return switch ((int) Math.signum(rate)) {
            case 0 -> clicked >= clickFrames && reel.isOver();
            case -1 -> shuttleFrame <= 0;
            default -> shuttleFrame >= reel.mixer().scene().frames();
        };
    }

    /// Where the song is when all is over, or waits for more of it.
    private long place() {
        long end = reel.mixer().scene().frames();
        return rate == 0 ? reel.position() : Math.clamp(Math.round(shuttleFrame), 0, end);
    }

    private int click(float[][] out, int offset, int count, long outFrame, PositionMap map) {
        int run = (int) Math.min(count, clickFrames - clicked);
        int sampleRate = reel.mixer().scene().sampleRate();
        for (int i = 0; i < run; i++) {
            float sample = countIn.sample(clicked + i, sampleRate);
            out[0][offset + i] = sample;
            out[1][offset + i] = sample;
        }
        clicked += run;
        map.put(outFrame, run, (double) reel.position(), 0);
        return run;
    }

    private int shuttle(float[][] out, int offset, int count, long outFrame, PositionMap map) {
        shuttle.render(reel.mixer(), shuttleFrame, rate, out, offset, count);
        map.put(outFrame, count, shuttleFrame, rate);
        shuttleFrame += rate * count;
        return count;
    }

    private int silence(float[][] out, int offset, int count, long outFrame, PositionMap map) {
        for (float[] plane : out) {
            Arrays.fill(plane, offset, offset + count, 0);
        }
        map.put(outFrame, count, (double) place(), 0);
        return count;
    }
}
