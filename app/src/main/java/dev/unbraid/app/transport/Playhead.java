package dev.unbraid.app.transport;

import dev.unbraid.app.mirror.Desk;
import dev.unbraid.assets.AudioAsset;
import dev.unbraid.audio.FrameRange;
import dev.unbraid.project.Song;

import java.util.Optional;

/// Wishes of where to play, in the terms of a user: seconds, ends, loops.
final class Playhead {
    private final Desk desk;
    private Shuttle shuttle = Shuttle.STILL;

    Playhead(Desk desk) {
        this.desk = desk;
    }

    /// Length of the active song as far as it is known, 0 if there is none.
    long frames() {
        return sound().map(AudioAsset::frames).orElse(0L);
    }

    /// Of the active song.
    int sampleRate() {
        return sound().map(it -> it.spec().sampleRate()).orElse(44_100);
    }

    private Optional<AudioAsset> sound() {
        return desk.session().activeSong().map(Song::mix).flatMap(mix -> desk.session().session().sound(mix.asset()));
    }

    void togglePlay() {
        if (shuttle != Shuttle.STILL) {
            shuttleTo(Shuttle.STILL);
        }
        if (desk.playback().transport().isPlaying()) {
            desk.playback().transport().pause();
        } else if (frames() > 0) {
            desk.playback().transport().play();
        }
    }

    void stop() {
        shuttleTo(Shuttle.STILL);
        desk.playback().transport().stop();
    }

    /// @param frame what lies outside the song goes to its next end
    void seek(long frame) {
        desk.playback().transport().seek(Math.clamp(frame, 0, Math.max(0, frames())));
    }

    void seekSeconds(double seconds) {
        seek(Math.round(seconds * sampleRate()));
    }

    void nudge(double seconds) {
        seek(desk.playback().transport().positionFrame() + Math.round(seconds * sampleRate()));
    }

    /// The loop off; or on, over what is selected, or else over the whole song.
    void toggleLoop() {
        var loop = desk.playback().loopProperty();
        if (loop.get().isPresent()) {
            loop.set(Optional.empty());
        } else if (frames() > 0) {
            loop.set(Optional.of(desk.view().selectionProperty().get().filter(it -> it.length() > 0)
                    .orElseGet(() -> new FrameRange(0, frames()))));
        }
    }

    void shuttleForward() {
        shuttleTo(shuttle.forward());
    }

    void shuttleBack() {
        shuttleTo(shuttle.back());
    }

    void shuttleStop() {
        shuttleTo(Shuttle.STILL);
        desk.playback().transport().pause();
    }

    private void shuttleTo(Shuttle wanted) {
        if (wanted != shuttle) {
            shuttle = wanted;
            desk.playback().transport().shuttle(wanted.rate());
        }
    }
}
