package dev.unbraid.app.timeline;

import dev.unbraid.app.mirror.Desk;
import dev.unbraid.audio.FrameRange;
import dev.unbraid.project.Song;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;

/// Keeps the selected stretch within the active song. When another song becomes the active one, the same stretch of time
/// stays selected, as far as that song reaches.
final class SelectionBounds {
    private final Desk desk;
    private final TimelineModel model;
    private final ObjectProperty<Optional<FrameRange>> selection;

    SelectionBounds(Desk desk, TimelineModel model) {
        this.desk = desk;
        this.model = model;
        selection = desk.view().selectionProperty();
        selection.addListener(_ -> keep());
        desk.session().activeSongProperty().addListener((_, before, now) -> {
            if (!before.map(Song::id).equals(now.map(Song::id))) {
                carry(before, now);
            }
        });
    }

    private void carry(Optional<Song> before, Optional<Song> now) {
        selection.set(selection.get().flatMap(range -> before.flatMap(from -> now.map(to -> counted(range, rate(to) / rate(from))))));
        keep();
    }

    private static double rate(Song song) {
        return song.source().spec().sampleRate();
    }

    private static FrameRange counted(FrameRange range, double ratio) {
        return new FrameRange(Math.round(range.start() * ratio), Math.round(range.end() * ratio));
    }

    private void keep() {
        Optional<FrameRange> whole = desk.session().activeSong().flatMap(model::sound).map(it -> new FrameRange(0, it.frames()));
        Optional<FrameRange> kept =
                selection.get().flatMap(range -> whole.map(range::cutTo)).filter(it -> it.length() > 0);
        // A song that is only begun to be read has no end yet.
        if (whole.filter(it -> it.length() > 0).isPresent() && !kept.equals(selection.get())) {
            selection.set(kept);
        }
    }
}
