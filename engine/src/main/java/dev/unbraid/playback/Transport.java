package dev.unbraid.playback;

import dev.unbraid.audio.FrameRange;
import dev.unbraid.mix.MixScene;

import java.util.List;
import java.util.Optional;

/// Plays one song: where, how fast, how high, round and round. Called from any thread, returns at once.
@SuppressWarnings("DoNotCallSuggester")
public final class Transport implements AutoCloseable {
    public Transport() {
        throw new UnsupportedOperationException();
    }

    /// What is played from the next block on; changes of strips ramp. Another song stops and goes to its start.
    public void setScene(Optional<MixScene> scene) {
        throw new UnsupportedOperationException();
    }

    public void play() {
        throw new UnsupportedOperationException();
    }

    /// Stops and stays.
    public void pause() {
        throw new UnsupportedOperationException();
    }

    /// Stops and goes back to where play began.
    public void stop() {
        throw new UnsupportedOperationException();
    }

    public void seek(long frame) {
        throw new UnsupportedOperationException();
    }

    /// The frame of the song that is heard now.
    public long positionFrame() {
        throw new UnsupportedOperationException();
    }

    public boolean isPlaying() {
        throw new UnsupportedOperationException();
    }

    public void setLoop(Optional<FrameRange> loop) {
        throw new UnsupportedOperationException();
    }

    /// @param speed 0.5 to 2; pitch stays
    public void setSpeed(double speed) {
        throw new UnsupportedOperationException();
    }

    /// @param semitones −12 to 12
    public void setPitch(double semitones) {
        throw new UnsupportedOperationException();
    }

    /// J K L: −2, −1, 1, 2 … times the usual speed with the pitch that follows, 0 ends it.
    public void shuttle(double rate) {
        throw new UnsupportedOperationException();
    }

    /// Beats to click before play, 0 for none.
    public void setCountIn(int beats, double beatsPerMinute) {
        throw new UnsupportedOperationException();
    }

    public List<OutputDevice> devices() {
        throw new UnsupportedOperationException();
    }

    /// @param bufferFrames 256 to 8192
    public void useOutput(OutputDevice device, int bufferFrames) {
        throw new UnsupportedOperationException();
    }

    public OutputState output() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
