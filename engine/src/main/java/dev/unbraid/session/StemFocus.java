package dev.unbraid.session;

import dev.unbraid.project.Song;

import java.util.OptionalLong;
import java.util.Set;

/// What of a song is wanted first: what the user is about to hear.
///
/// @param songFrames how long the song is
/// @param modelRate  of the answers, in hertz
record StemFocus(Listening listening, Song song, long songFrames, int modelRate) {
    /// Playback's highest speed.
    private static final double FASTEST = 2;
    /// A playhead is known to within a few buffers.
    private static final double SLACK_SECONDS = 1;

    /// @param segmentSeconds how long it takes until the next segment is there
    /// @return a frame of the song at the model's rate; empty if nobody listens to this song
    OptionalLong frame(double segmentSeconds) {
        double last = Math.max(0, (songFrames - 1.0) / song.source().spec().sampleRate());
        return listening.secondsIn(song, segmentSeconds).stream()
                .mapToLong(seconds -> (long) (Math.clamp(seconds, 0, last) * modelRate))
                .findFirst();
    }

    /// Where the listener was, and when.
    ///
    /// @param frame of the song at the model's rate; empty if nobody listened
    record Heard(OptionalLong frame, long nanos) {
        static final Heard NOTHING = new Heard(OptionalLong.empty(), 0);
    }

    Heard heard() {
        return new Heard(frame(0), System.nanoTime());
    }

    /// Where the listener is now, if playing on does not lead there from where he was.
    OptionalLong jumpedFrom(Heard heard) {
        return jumped(heard, heard(), modelRate);
    }

    static OptionalLong jumped(Heard before, Heard now, int rate) {
        if (before.frame().isEmpty() || now.frame().isEmpty()) {
            return OptionalLong.empty();
        }
        double seconds = (double) (now.frame().getAsLong() - before.frame().getAsLong()) / rate;
        double played = FASTEST * (now.nanos() - before.nanos()) / 1e9;
        return seconds < -SLACK_SECONDS || seconds > played + SLACK_SECONDS ? now.frame() : OptionalLong.empty();
    }

    Set<String> stems() {
        return listening.stemsOf(song.id());
    }
}
