package dev.unbraid.app.mirror;

import dev.unbraid.audio.FrameRange;
import dev.unbraid.project.Song;

import java.util.Optional;

/// What is chosen of the time, in the active song's frames: that of the box where there is one, for it is the narrower;
/// else the selection.
public final class ChosenRange {
    private ChosenRange() {}

    public static Optional<FrameRange> of(Desk desk) {
        return box(desk).or(() -> desk.view().selectionProperty().get()).filter(it -> it.length() > 0);
    }

    /// A box is counted in the frames of its own song.
    private static Optional<FrameRange> box(Desk desk) {
        return desk.view().boxProperty().get().flatMap(box -> desk.session().project().songOf(box.lane())
                .flatMap(song -> desk.session().activeSong().map(active -> scaled(box.range(), rate(active) / rate(song)))));
    }

    private static double rate(Song song) {
        return song.source().spec().sampleRate();
    }

    private static FrameRange scaled(FrameRange range, double ratio) {
        return new FrameRange(Math.round(range.start() * ratio), Math.round(range.end() * ratio));
    }
}
