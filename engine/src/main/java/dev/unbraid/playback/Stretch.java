package dev.unbraid.playback;

import dev.unbraid.mix.Stretcher;

import java.util.Arrays;

/// The song at another speed or pitch. Playback thread only.
final class Stretch implements Stretcher.Input {
    private final Reel reel;
    private final Stretcher stretcher;
    private long given;
    private long padded;
    private long lead;

    Stretch(Reel reel) {
        this.reel = reel;
        stretcher = new Stretcher(reel.mixer().scene().sampleRate());
    }

    void tune(Tempo tempo) {
        stretcher.tune(tempo.speed(), tempo.semitones());
    }

    /// Begins where the reel is.
    void start() {
        given = 0;
        padded = 0;
        lead = stretcher.before();
        stretcher.start();
    }

    void render(float[][] out, int offset, int count) {
        stretcher.render(this, out, offset, count);
    }

    /// Where the song is that is heard next.
    double songFrame() {
        return reel.before(Math.max(0, given - padded + lead - stretcher.heard()));
    }

    boolean isOver() {
        return padded > 0 && reel.isOver() && stretcher.heard() >= given - padded;
    }

    @Override
    public void read(float[][] planes, int count) {
        int done = 0;
        while (done < count && lead > 0) {
            int run = (int) Math.min(lead, count - done);
            reel.mixer().render(reel.position() - lead, planes, done, run);
            lead -= run;
            done += run;
        }
        while (done < count) {
            int run = reel.read(planes, done, count - done);
            if (run == 0) {
                for (float[] plane : planes) {
                    Arrays.fill(plane, done, count, 0);
                }
                padded += count - done;
                run = count - done;
            }
            done += run;
        }
        given += count;
    }
}
