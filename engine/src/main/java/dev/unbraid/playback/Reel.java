package dev.unbraid.playback;

import dev.unbraid.audio.FrameRange;
import dev.unbraid.mix.Mixer;

import java.util.Optional;

/// The song from a frame on, round and round where it loops. Playback thread only.
final class Reel {
    /// A shorter loop is a tone, not a place.
    private static final long SHORTEST_LOOP = 256;

    private final Mixer mixer;
    private long position;
    private boolean loops;
    private long loopStart;
    private long loopEnd;
    private boolean wrapped;

    Reel(Mixer mixer) {
        this.mixer = mixer;
    }

    Mixer mixer() {
        return mixer;
    }

    /// The song's frame that comes next.
    long position() {
        return position;
    }

    void goTo(long frame) {
        position = frame;
        wrapped = false;
    }

    void loop(Optional<FrameRange> loop) {
        loops = loop.isPresent() && loop.get().length() >= SHORTEST_LOOP;
        if (loops) {
            loopStart = loop.get().start();
            loopEnd = loop.get().end();
        }
    }

    /// Where play leaves the straight way: at the loop's end, if that lies ahead, or the song's.
    long border() {
        return loops && position < loopEnd ? loopEnd : mixer.scene().frames();
    }

    /// The song's frame that was read so many frames ago.
    double before(double frames) {
        double frame = position - frames;
        boolean fromLoop = loops && wrapped && position < loopEnd && frame < loopStart;
        return fromLoop ? loopEnd - (loopStart - frame) % (loopEnd - loopStart) : frame;
    }

    /// Reads up to `count` frames that lie together in the song, and goes on behind them.
    ///
    /// @return the frames read; 0 where the song ends
    int read(float[][] out, int offset, int count) {
        int run = Math.clamp(border() - position, 0, count);
        if (run == 0) {
            return 0;
        }
        mixer.render(position, out, offset, run);
        position += run;
        if (loops && position == loopEnd) {
            position = loopStart;
            wrapped = true;
        }
        return run;
    }

    /// Whether the song ends here and will not grow.
    boolean isOver() {
        return position >= border() && mixer.scene().isComplete();
    }
}
