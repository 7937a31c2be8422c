package dev.unbraid.app.timeline.tool;

import dev.unbraid.project.Lane;
import dev.unbraid.project.LaneId;
import dev.unbraid.project.Song;

import java.util.Optional;

/// What gestures are made on. Pixels are the pictures', from their left edge and the first row's top.
public interface Surface {
    /// In the active song's frames, 0 to its end.
    long frameAt(double x);

    /// The same instant in the frames of a song that may have another sample rate.
    long frameIn(Song song, double x);

    double xOf(long frame);

    Optional<Target> targetAt(double y);

    /// How far up its picture `y` lies in the row of a gesture that began there.
    double upIn(LaneId lane, Target.Kind kind, double y);

    /// Which stem has the most energy around a point of a stem map.
    Optional<Lane> ownerAt(Target target, double x);

    /// The pointer is dragged beyond an edge: brings what lies there into sight.
    void reveal(double x);
}
