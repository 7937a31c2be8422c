package dev.unbraid.playback;

import dev.unbraid.mix.Mixer;

import java.util.Arrays;

/// What goes to the output: clicks first, then the song in the manner asked for, then silence.
///
/// Playback thread only; renders without allocating.
final class Tape {
    /// Most frames that go out at once.
    static final int BLOCK_FRAMES = 128;
    private static final double TURN_SECONDS = 0.005;

    private final Reel reel;
    private final Shuttle shuttle;
    private final Stretch stretch;
    private final Fade fade;
    private final float[][] leaving = new float[2][BLOCK_FRAMES];
    /// What would have come had the tape not turned elsewhere.
    private float[][] left;
    private float[][] leaves;
    private final PositionMap nowhere = new PositionMap();
    private int leftDone;
    private Tempo tempo = Tempo.USUAL;
    private boolean stretching;
    private boolean begun;
    private double rate;
    private double shuttleFrame;
    private CountIn countIn = new CountIn(0, 120);
    private long clicked;
    private long clickFrames;
    private int leadFrames;

    Tape(Mixer mixer) {
        reel = new Reel(mixer);
        shuttle = new Shuttle(BLOCK_FRAMES);
        stretch = new Stretch(reel);
        fade = new Fade(mixer.scene().sampleRate());
        leftDone = (int) Math.round(TURN_SECONDS * mixer.scene().sampleRate());
        left = new float[2][leftDone];
        leaves = new float[2][leftDone];
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
        stretching = false;
        begun = false;
        if (songFrame == 0 && rate >= 0) {
            // Nothing is cut: this is how the song itself begins.
            fade.stand();
        } else {
            fade.rise();
        }
    }

    /// From what comes next to another place: the one fades into the other.
    ///
    /// @param rate as for [#start]
    void turn(long songFrame, double rate) {
        int length = left[0].length;
        for (int done = 0; done < length; done += BLOCK_FRAMES) {
            render(leaves, done, Math.min(BLOCK_FRAMES, length - done), 0, nowhere);
        }
        float[][] before = left;
        left = leaves;
        leaves = before;
        start(songFrame, rate, 0);
        fade.stand();
        leftDone = 0;
    }

    /// The song's frame that comes next.
    long next() {
        if (rate != 0) {
            return place();
        }
        return stretching ? Math.round(stretch.songFrame()) : reel.position();
    }

    /// Lets what is rendered from now on fall silent.
    void fall() {
        fade.fall();
    }

    boolean isSilent() {
        return fade.isSilent();
    }

    /// Heard from the next block on.
    void tempo(Tempo other) {
        if (!other.equals(tempo)) {
            tempo = other;
            stretch.tune(other);
        }
    }

    void clickFirst(CountIn clicks) {
        countIn = clicks;
        clicked = 0;
        clickFrames = clicks.frames(reel.mixer().scene().sampleRate());
    }

    /// Fills `count` frames that go out from `outFrame` on, and tells `map` what they are.
    void render(float[][] out, int count, long outFrame, PositionMap map) {
        render(out, 0, count, outFrame, map);
    }

    private void render(float[][] out, int offset, int count, long outFrame, PositionMap map) {
        int done = 0;
        while (done < count) {
            done += piece(out, offset + done, count - done, outFrame + done, map);
        }
        blend(out, offset, count);
        if (fade.falls()) {
            fade.apply(out, offset, count);
        }
    }

    private void blend(float[][] out, int offset, int count) {
        int length = left[0].length;
        for (int i = 0; i < count && leftDone < length; i++) {
            float weight = (float) leftDone / length;
            for (int side = 0; side < out.length; side++) {
                out[side][offset + i] = out[side][offset + i] * weight + left[side][leftDone] * (1 - weight);
            }
            leftDone++;
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
        if (fade.isSilent() || isOver()) {
            return silence(out, offset, count, outFrame, map);
        }
        int run = song(out, offset, count, outFrame, map);
        if (!fade.falls()) {
            fade.apply(out, offset, run);
        }
        return run == 0 ? silence(out, offset, count, outFrame, map) : run;
    }

    private int song(float[][] out, int offset, int count, long outFrame, PositionMap map) {
        if (rate != 0) {
            return shuttle(out, offset, count, outFrame, map);
        }
        int run = tempo.isUsual() == stretching ? change(out, offset, count, outFrame, map)
                : play(out, offset, count, outFrame, map);
        begun = true;
        return run;
    }

    private int play(float[][] out, int offset, int count, long outFrame, PositionMap map) {
        if (stretching) {
            map.put(outFrame, count, stretch.songFrame(), tempo.speed());
            stretch.render(out, offset, count);
            return count;
        }
        double from = (double) reel.position();
        int run = reel.read(out, offset, count);
        map.put(outFrame, run, from, 1);
        return run;
    }

    /// From the song as it is to the stretched one, or back; in the midst of it, the one fades into the other.
    private int change(float[][] out, int offset, int count, long outFrame, PositionMap map) {
        long place = stretching ? Math.round(stretch.songFrame()) : reel.position();
        int run = begun ? play(leaving, 0, count, outFrame, map) : count;
        reel.goTo(place);
        stretching = !stretching;
        if (stretching) {
            stretch.start();
        }
        run = play(out, offset, run, outFrame, map);
        for (int i = 0; begun && i < run; i++) {
            float weight = (float) i / run;
            for (int side = 0; side < out.length; side++) {
                out[side][offset + i] = out[side][offset + i] * weight + leaving[side][i] * (1 - weight);
            }
        }
        return run;
    }

    /// Whether nothing more will come.
    boolean isOver() {
        return switch ((int) Math.signum(rate)) {
            case 0 -> leadFrames == 0 && clicked >= clickFrames && (stretching ? stretch.isOver() : reel.isOver());
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
