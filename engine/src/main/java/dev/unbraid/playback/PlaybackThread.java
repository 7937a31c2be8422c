package dev.unbraid.playback;

import dev.unbraid.audio.FrameRange;
import dev.unbraid.mix.Mixer;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/// Carries out what is wished and keeps the output full. Parks while nothing plays.
///
/// What lies in an output cannot be taken back: nothing is ever cut off, the song turns and falls behind it. While
/// sound runs it neither locks nor allocates nor logs; lines are opened and closed between sounds.
final class PlaybackThread implements Runnable {
    private static final int BLOCK_FRAMES = Tape.BLOCK_FRAMES;
    private static final long NEVER = Long.MAX_VALUE;
    private static final long NAP_NANOS = 1_500_000;
    /// An output that does not let it fall in this time is cut off.
    private static final long LONGEST_FALL_NANOS = 2_000_000_000;

    private final AtomicReference<Wish> wishes;
    private final OutletKeeper outlets;
    private final PositionMap map = new PositionMap();
    private final PlaybackClock clock = new PlaybackClock();
    private final float[][] block = new float[2][BLOCK_FRAMES];
    private Wish applied = Wish.NOTHING;
    private long written;
    /// The frames that went out when these things came to pass, or [#NEVER].
    private long overFrom = NEVER;
    private long jumpedFrom = NEVER;
    private long silentFrom = NEVER;
    private boolean falling;
    private long fallNanos;
    /// Whether it fell silent only to go on elsewhere.
    private boolean interrupted;

    private volatile boolean closed;
    private volatile boolean running;
    private volatile long restFrame;
    /// Where in the output the song's place stays, whatever goes out behind it.
    private volatile long fallFrom = NEVER;
    private volatile long jumpDone;
    private volatile long motionOver;

    PlaybackThread(AtomicReference<Wish> wishes, OutletKeeper outlets) {
        this.wishes = wishes;
        this.outlets = outlets;
    }

    /// Any thread.
    long songFrame() {
        return running ? (long) map.songFrame(Math.min(clock.heardFrame(), fallFrom)) : restFrame;
    }

    /// Whether the jump of that number is heard. Any thread.
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
            if (interrupted || !now.equals(applied)) {
                heed(now);
            }
            if (!running) {
                LockSupport.park(this);
            } else if (!feed(applied.tape().get())) {
                LockSupport.parkNanos(this, NAP_NANOS);
            }
        }
        outlets.close();
    }

    private void heed(Wish now) {
        Wish before = applied;
        if (!running) {
            applied = now;
            carryOut(before, now);
        } else if (now.tape().equals(before.tape()) && now.output().equals(before.output())) {
            applied = now;
            interrupted = false;
            change(before, now);
        } else {
            interrupted = true;
            fall();
        }
    }

    /// From silence.
    private void carryOut(Wish before, Wish now) {
        boolean goesOn = interrupted;
        interrupted = false;
        if (!now.output().equals(before.output())) {
            outlets.close();
        }
        if (!hasJumped(now.jump().serial())) {
            restFrame = now.jump().frame();
        }
        if (now.tape().isPresent()) {
            Tape tape = now.tape().get();
            tune(tape, now);
            if (isToRoll(now) && (goesOn || now.motion().serial() != before.motion().serial())) {
                begin(tape, goesOn);
            }
        }
        jumpDone = now.jump().serial();
    }

    private static void tune(Tape tape, Wish now) {
        tape.reel().loop(now.loop());
        tape.tempo(now.tempo());
    }

    private boolean isToRoll(Wish now) {
        return now.motion().rolling() && !isOver(now.motion().serial());
    }

    private void begin(Tape tape, boolean goesOn) {
        Mixer mixer = tape.reel().mixer();
        if (outlets.ensure(applied.output(), mixer.scene().sampleRate(), goesOn)) {
            written = 0;
        }
        clock.rate(mixer.scene().sampleRate());
        goOn(tape, restFrame);
        if (!goesOn) {
            mixer.settle(restFrame);
            tape.clickFirst(applied.countIn());
        }
        running = true;
    }

    /// While sound runs.
    private void change(Wish before, Wish now) {
        Tape tape = now.tape().get();
        boolean otherMotion = now.motion().serial() != before.motion().serial();
        boolean jumps = now.jump().serial() != before.jump().serial();
        long loopedTo = missesLoop(tape, before, now.loop());
        tune(tape, now);
        if (!isToRoll(now)) {
            fall();
        } else if (jumps || otherMotion) {
            boolean straightOn = otherMotion && !falling && isOnItsWay(tape, now.jump().frame());
            turn(tape, straightOn ? tape.next() : now.jump().frame());
        } else if (falling) {
            // It fell to go on elsewhere, and is to stay after all.
            falling = false;
            turn(tape, tape.next());
        } else if (loopedTo >= 0) {
            turn(tape, loopedTo);
        }
    }

    /// Whether the frame lies in what was written and is not heard yet.
    private boolean isOnItsWay(Tape tape, long frame) {
        long heard = songFrame();
        long next = tape.next();
        return frame >= Math.min(heard, next) && frame <= Math.max(heard, next);
    }

    /// @return where a new loop leads whose end was passed already, though it is not heard yet; −1 if it was not
    private long missesLoop(Tape tape, Wish before, Optional<FrameRange> loop) {
        if (loop.isEmpty() || loop.equals(before.loop()) || loop.get().end() <= songFrame()
                || tape.reel().position() < loop.get().end()) {
            return -1;
        }
        long next = tape.next();
        long over = next - loop.get().end();
        return over < 0 ? next : loop.get().start() + over % loop.get().length();
    }

    private void turn(Tape tape, long place) {
        tape.turn(place, applied.motion().shuttle());
        if (falling) {
            tape.reel().mixer().settle(place);
            tape.clickFirst(applied.countIn());
        }
        falling = false;
        fallFrom = NEVER;
        overFrom = NEVER;
        jumpedFrom = written;
    }

    /// Lets the sound fall behind what the output holds already, and the place stay there.
    private void fall() {
        if (!falling) {
            applied.tape().get().fall();
            falling = true;
            fallFrom = Math.min(written, overFrom);
            silentFrom = NEVER;
            fallNanos = System.nanoTime();
        }
    }

    private void rest() {
        restFrame = hasJumped(applied.jump().serial()) || interrupted ? songFrame() : applied.jump().frame();
        running = false;
        jumpDone = applied.jump().serial();
        outlets.cut();
        applied.tape().get().reel().mixer().rest();
    }

    /// @return whether there is more to do at once
    private boolean feed(Tape tape) {
        Outlet outlet = outlets.outlet();
        long heard = written - outlet.pending();
        clock.report(heard);
        notice(heard);
        if (falling && hasFallen(tape, heard)) {
            rest();
            return true;
        }
        if (outlets.isStuck(heard)) {
            lose(tape);
            return true;
        }
        if (!falling && outlets.shallTryAgain() && retry(tape)) {
            return true;
        }
        if (outlet.room() < BLOCK_FRAMES) {
            return false;
        }
        if (overFrom == NEVER && tape.isOver()) {
            overFrom = written;
        }
        write(tape);
        return true;
    }

    private void notice(long heard) {
        long surely = Math.min(clock.heardFrame(), heard);
        if (surely >= jumpedFrom) {
            jumpedFrom = NEVER;
            jumpDone = applied.jump().serial();
        }
        if (!falling && surely >= overFrom) {
            motionOver = applied.motion().serial();
            fall();
        }
    }

    private boolean hasFallen(Tape tape, long heard) {
        if (silentFrom == NEVER && tape.isSilent()) {
            silentFrom = written;
        }
        boolean silent = silentFrom != NEVER && heard >= silentFrom + outlets.outlet().tail();
        return silent || System.nanoTime() - fallNanos > LONGEST_FALL_NANOS;
    }

    private void write(Tape tape) {
        tape.render(block, BLOCK_FRAMES, written, map);
        written += BLOCK_FRAMES;
        clock.wrote(written);
        if (!outlets.outlet().write(block, BLOCK_FRAMES)) {
            lose(tape);
        }
    }

    /// The line is gone: goes on in silence from what was heard.
    private void lose(Tape tape) {
        long place = songFrame();
        outlets.lose();
        if (falling) {
            rest();
        } else {
            goOn(tape, place);
        }
    }

    private boolean retry(Tape tape) {
        long place = songFrame();
        boolean opened = outlets.tryAgain(tape.reel().mixer().scene().sampleRate());
        if (opened) {
            goOn(tape, place);
        }
        return opened;
    }

    private void goOn(Tape tape, long place) {
        tape.start(place, applied.motion().shuttle(), outlets.outlet().leadIn());
        clock.stand(written);
        map.restart(written, place);
        falling = false;
        fallFrom = NEVER;
        overFrom = NEVER;
        jumpedFrom = NEVER;
        jumpDone = applied.jump().serial();
        outlets.outlet().start();
    }
}
