package dev.unbraid.playback;

import dev.unbraid.audio.FrameRange;

import java.util.Optional;

/// All that was asked of the transport, at one moment. What carries a serial number is news when the number is.
///
/// @param began where play began, or was sent to since
record Wish(
        Optional<Tape> tape,
        Motion motion,
        Jump jump,
        long began,
        Optional<FrameRange> loop,
        Tempo tempo,
        CountIn countIn,
        Output output) {
    static final Wish NOTHING = new Wish(Optional.empty(), new Motion(0, false, 0), new Jump(0, 0), 0, Optional.empty(),
            Tempo.USUAL, new CountIn(0, 120), new Output(OutputDevice.SYSTEM, Transport.USUAL_BUFFER_FRAMES));

    /// @param shuttle times the usual speed, backwards below zero; 0 is usual play
    record Motion(long serial, boolean rolling, double shuttle) {}

    record Jump(long serial, long frame) {}

    record Output(OutputDevice device, int bufferFrames) {}

    Wish rolling(double shuttle, long from) {
        return new Wish(tape, new Motion(motion.serial + 1, true, shuttle), new Jump(jump.serial + 1, from), from, loop,
                tempo, countIn, output);
    }

    Wish halted() {
        return new Wish(
                tape, new Motion(motion.serial + 1, false, 0), jump, began, loop, tempo, countIn, output);
    }

    Wish at(long frame) {
        return new Wish(tape, motion, new Jump(jump.serial + 1, frame), frame, loop, tempo, countIn, output);
    }

    Wish with(Optional<Tape> other) {
        return new Wish(other, motion, jump, began, loop, tempo, countIn, output).halted().at(0);
    }

    Wish withLoop(Optional<FrameRange> other) {
        return new Wish(tape, motion, jump, began, other, tempo, countIn, output);
    }

    Wish with(Tempo other) {
        return new Wish(tape, motion, jump, began, loop, other, countIn, output);
    }

    Wish with(CountIn other) {
        return new Wish(tape, motion, jump, began, loop, tempo, other, output);
    }

    Wish with(Output other) {
        return new Wish(tape, motion, jump, began, loop, tempo, countIn, other);
    }
}
