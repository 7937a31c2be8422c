package dev.unbraid.session;

import dev.unbraid.project.Song;

import java.util.OptionalLong;
import java.util.Set;

/// What of a song is wanted first: what the user is about to hear.
///
/// @param songFrames how long the song is
/// @param modelRate  of the answers, in hertz
record StemFocus(Listening listening, Song song, long songFrames, int modelRate) {
    /// @param segmentSeconds how long it takes until the next segment is there
    /// @return a frame of the song at the model's rate; empty if nobody listens to this song
    OptionalLong frame(double segmentSeconds) {
        double last = Math.max(0, (songFrames - 1.0) / song.source().spec().sampleRate());
        return listening.secondsIn(song, segmentSeconds).stream()
                .mapToLong(seconds -> (long) (Math.clamp(seconds, 0, last) * modelRate))
                .findFirst();
    }

    Set<String> stems() {
        return listening.stemsOf(song.id());
    }
}
