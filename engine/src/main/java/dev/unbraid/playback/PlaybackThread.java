package dev.unbraid.playback;

import dev.unbraid.audio.FrameRange;
import dev.unbraid.mix.Mixer;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/// Carries out what is wished and keeps the output full. Parks while nothing plays.
///
/// While sound runs it neither locks nor allocates nor logs; lines are opened and closed between sounds.
final class PlaybackThread implements Runnable {
    private static final int BLOCK_FRAMES = Tape.BLOCK_FRAMES;
    private static final long NAP_NANOS = 1_500_000;
    /// What lies in an output cannot be taken back. More than this is cut off rather than waited for.
    private static final double LONGEST_FALL_SECONDS = 0.08;

    private final AtomicReference<Wish> wishes;
    private final OutletKeeper outlets;
    private final PositionMap map = new PositionMap();
    private final PlaybackClock clock = new PlaybackClock();
    private final float[][] block = new float[2][BLOCK_FRAMES];
    private Wish applied = Wish.NOTHING;
    private long written;
    private long overFrom;
    private boolean falling;
    private long fallFrom;
    private long fallNanos;

    private volatile boolean closed;
    private volatile boolean rolling;
    private volatile long restFrame;
    private volatile long jumpDone;
    private volatile long motionOver;

    PlaybackThread(AtomicReference<Wish> wishes, OutletKeeper outlets) {
        this.wishes = wishes;
        this.outlets = outlets;
    }

    /// Any thread.
    long songFrame() {
        return rolling ? (long) map.songFrame(clock.heardFrame()) : restFrame;
    }

    /// Whether the jump of that number was made. Any thread.
    boolean hasJumped(long serial) {
        return jumpDone == serial;
    }

    /// Whether the motion of that number came to its end by itself. Any thread.
    boolean isOver(long serial) {
        return motionOver == serial;
    }

    /// Ends the thread once it is woken. Any thread.
    void close() {
        closed = true;
    }

    @Override
    public void run() {
        while (!closed) {
            Wish now = wishes.get();
            if (!now.equals(applied)) {
                apply(now);
            }
            if (!rolling) {
                LockSupport.park(this);
            } else if (!(falling ? fall(applied.tape().get()) : feed(applied.tape().get()))) {
                LockSupport.parkNanos(this, NAP_NANOS);
            }
        }
        outlets.close();
    }

    private void apply(Wish now) {
        Wish before = applied;
        if (isLeft(before, now)) {
            leave(now);
            return;
        }
        boolean otherTape = !now.tape().equals(before.tape());
        boolean otherOutput = !now.output().equals(before.output());
        boolean jumps = !hasJumped(now.jump().serial());
        boolean cut = jumps || otherTape || otherOutput || now.motion().serial() != before.motion().serial()
                || missesLoop(before, now.loop());
        long place = jumps ? now.jump().frame() : songFrame();
        boolean wasRolling = rolling && !falling;
        if (cut) {
            rest(place);
        }
        if (otherOutput) {
            outlets.close();
        }
        applied = now;
        if (now.tape().isPresent()) {
            Tape tape = now.tape().get();
            tape.reel().loop(now.loop());
            tape.tempo(now.tempo());
            if (cut && now.motion().rolling() && !isOver(now.motion().serial())) {
                start(tape, place, wasRolling);
            }
        }
        jumpDone = now.jump().serial();
    }

    /// Whether it is sound that plays and is to stop, and nothing else.
    private boolean isLeft(Wish before, Wish now) {
        return rolling && !falling && !now.motion().rolling() && now.motion().serial() != before.motion().serial()
                && now.tape().equals(before.tape()) && now.output().equals(before.output())
                && outlets.outlet().pending() < LONGEST_FALL_SECONDS * outlets.outlet().sampleRate();
    }

    /// Lets the sound fall behind what the output holds already.
    private void leave(Wish now) {
        applied = now;
        Tape tape = now.tape().get();
        tape.reel().loop(now.loop());
        tape.tempo(now.tempo());
        tape.fall();
        falling = true;
        fallFrom = written;
        fallNanos = System.nanoTime();
    }

    /// @return whether there is more to do at once
    private boolean fall(Tape left) {
        Outlet outlet = outlets.outlet();
        clock.report(written - outlet.pending());
        boolean late = System.nanoTime() - fallNanos > 2 * LONGEST_FALL_SECONDS * 1e9;
        if (late || (left.isSilent() && outlet.pending() == 0)) {
            boolean jumps = !hasJumped(applied.jump().serial());
            long heard = Math.min(clock.heardFrame(), fallFrom);
            rest(jumps ? applied.jump().frame() : (long) map.songFrame(heard));
            jumpDone = applied.jump().serial();
            return true;
        }
        if (left.isSilent() || outlet.room() < BLOCK_FRAMES) {
            return false;
        }
        return write(left);
    }

    /// Falls silent at `place`.
    private void rest(long place) {
        restFrame = place;
        rolling = false;
        falling = false;
        outlets.cut();
        if (applied.tape().isPresent()) {
            applied.tape().get().reel().mixer().rest();
        }
    }

    /// Whether the end of a new loop lies in what was written and is not heard yet.
    private boolean missesLoop(Wish before, Optional<FrameRange> loop) {
        return rolling && loop.isPresent() && !loop.equals(before.loop()) && loop.get().end() > songFrame()
                && before.tape().get().reel().position() >= loop.get().end();
    }

    private void start(Tape tape, long place, boolean goesOn) {
        Mixer mixer = tape.reel().mixer();
        if (outlets.ensure(applied.output(), mixer.scene().sampleRate(), goesOn)) {
            written = 0;
        }
        clock.rate(mixer.scene().sampleRate());
        goOn(tape, place);
        if (!goesOn) {
            mixer.settle(place);
            tape.clickFirst(applied.countIn());
        }
        rolling = true;
    }

    /// @return whether there is more to do at once
    private boolean feed(Tape running) {
        if (!listen(running)) {
            return true;
        }
        if (outlets.outlet().room() < BLOCK_FRAMES) {
            return false;
        }
        if (overFrom == Long.MAX_VALUE && running.isOver()) {
            overFrom = written;
        }
        return write(running);
    }

    private boolean write(Tape running) {
        running.render(block, BLOCK_FRAMES, written, map);
        written += BLOCK_FRAMES;
        clock.wrote(written);
        if (!outlets.outlet().write(block, BLOCK_FRAMES)) {
            lose(running);
        }
        return true;
    }

    /// Looks how far the output is.
    ///
    /// @return whether it goes on as it did
    private boolean listen(Tape running) {
        long heard = written - outlets.outlet().pending();
        clock.report(heard);
        if (Math.min(clock.heardFrame(), heard) >= overFrom) {
            end();
            return false;
        }
        if (outlets.isStuck(heard)) {
            lose(running);
            return false;
        }
        return !outlets.shallTryAgain() || !retry(running);
    }

    private void end() {
        rest(songFrame());
        motionOver = applied.motion().serial();
    }

    /// The line is gone: goes on in silence from what was heard.
    private void lose(Tape running) {
        long place = songFrame();
        outlets.lose();
        goOn(running, place);
    }

    private boolean retry(Tape running) {
        long place = songFrame();
        boolean opened = outlets.tryAgain(running.reel().mixer().scene().sampleRate());
        if (opened) {
            goOn(running, place);
        }
        return opened;
    }

    private void goOn(Tape running, long place) {
        running.start(place, applied.motion().shuttle(), outlets.outlet().leadIn());
        clock.stand(written);
        map.restart(written, place);
        overFrom = Long.MAX_VALUE;
        outlets.outlet().start();
    }
}
