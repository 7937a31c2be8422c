package dev.unbraid.playback;

import dev.unbraid.audio.FrameRange;
import dev.unbraid.mix.MixScene;
import dev.unbraid.mix.Mixer;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.UnaryOperator;

/// Plays one song: where, how fast, how high, round and round. Called from any thread, returns at once.
public final class Transport implements AutoCloseable {
    public static final int USUAL_BUFFER_FRAMES = 2048;
    private static final int SMALLEST_BUFFER = 256;
    private static final int LARGEST_BUFFER = 8192;

    private final AtomicReference<Wish> wish = new AtomicReference<>(Wish.NOTHING);
    private final OutletKeeper outlets;
    private final PlaybackThread playback;
    private final Thread thread;

    /// Opens no output before the first play.
    public Transport() {
        this(new SystemOutputs());
    }

    // Sound that comes too late is a gap: nothing else on the machine is in such a hurry.
    @SuppressWarnings("ThreadPriorityCheck")
    Transport(Outlet.Maker maker) {
        outlets = new OutletKeeper(maker);
        playback = new PlaybackThread(wish, outlets);
        thread = Thread.ofPlatform().daemon().name("playback").priority(Thread.MAX_PRIORITY).start(playback);
    }

    /// What is played from the next block on; changes of strips ramp. Another song stops and goes to its start.
    public void setScene(Optional<MixScene> scene) {
        Optional<Mixer> now = mixer(wish.get());
        if (now.isPresent() && scene.isPresent() && now.get().scene().isSameSong(scene.get())) {
            now.get().setScene(scene.get());
        } else if (now.isPresent() || scene.isPresent()) {
            Optional<Tape> tape = scene.map(it -> new Tape(new Mixer(it)));
            ask(it -> it.with(tape));
        }
    }

    /// At the end of the song it begins anew.
    public void play() {
        if (!isPlaying() || wish.get().motion().shuttle() != 0) {
            long from = positionFrame();
            ask(it -> it.rolling(0, isAtEnd(it, from) ? 0 : from));
        }
    }

    /// Stops and stays: falls silent behind what the output holds already.
    public void pause() {
        if (isPlaying()) {
            ask(Wish::halted);
        }
    }

    /// Stops and goes back to where play began, or was sent to since.
    public void stop() {
        ask(it -> it.halted().at(it.began()));
    }

    /// Heard behind what the output holds already.
    public void seek(long frame) {
        ask(it -> it.at(Math.clamp(frame, 0, mixer(it).map(mixer -> mixer.scene().frames()).orElse(0L))));
    }

    /// The frame of the song that is heard now.
    public long positionFrame() {
        Wish now = wish.get();
        if (now.tape().isEmpty()) {
            return 0;
        }
        return playback.hasJumped(now.jump().serial()) ? playback.songFrame() : now.jump().frame();
    }

    public boolean isPlaying() {
        Wish.Motion motion = wish.get().motion();
        return motion.rolling() && !playback.isOver(motion.serial());
    }

    /// Play that reaches the loop's end goes on at its start; shuttling passes over it. One under 256 frames is none.
    public void setLoop(Optional<FrameRange> loop) {
        ask(it -> it.withLoop(loop));
    }

    /// @param speed 0.5 to 2; pitch stays
    public void setSpeed(double speed) {
        ask(it -> it.with(new Tempo(speed, it.tempo().semitones())));
    }

    /// @param semitones −12 to 12
    public void setPitch(double semitones) {
        ask(it -> it.with(new Tempo(it.tempo().speed(), semitones)));
    }

    /// J K L: −2, −1, 1, 2 … times the usual speed with the pitch that follows, 16 at most; 0 stops and stays.
    public void shuttle(double rate) {
        if (rate == 0) {
            pause();
            return;
        }
        double kept = Math.clamp(rate, -Shuttle.FASTEST, Shuttle.FASTEST);
        if (!isPlaying() || wish.get().motion().shuttle() != kept) {
            long from = positionFrame();
            ask(it -> it.rolling(kept, from));
        }
    }

    /// Beats to click before play, 0 for none.
    ///
    /// @param beatsPerMinute 20 to 400
    public void setCountIn(int beats, double beatsPerMinute) {
        ask(it -> it.with(new CountIn(beats, beatsPerMinute)));
    }

    /// What there is to choose from, without [OutputDevice#SYSTEM]. Asks the system, which may take a moment.
    public List<OutputDevice> devices() {
        return SystemOutputs.devices();
    }

    /// @param bufferFrames 256 to 8192 at 44.1 kHz, at other rates as many as last as long
    public void useOutput(OutputDevice device, int bufferFrames) {
        ask(it -> it.with(new Wish.Output(device, Math.clamp(bufferFrames, SMALLEST_BUFFER, LARGEST_BUFFER))));
    }

    public OutputState output() {
        return outlets.state();
    }

    /// Falls silent and gives the output back.
    @Override
    public void close() {
        playback.close();
        LockSupport.unpark(thread);
    }

    private void ask(UnaryOperator<Wish> change) {
        wish.updateAndGet(change);
        LockSupport.unpark(thread);
    }

    private static boolean isAtEnd(Wish now, long frame) {
        return mixer(now).filter(it -> it.scene().isComplete() && frame >= it.scene().frames()).isPresent();
    }

    private static Optional<Mixer> mixer(Wish now) {
        return now.tape().map(it -> it.reel().mixer());
    }
}
