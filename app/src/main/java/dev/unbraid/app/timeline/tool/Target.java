package dev.unbraid.app.timeline.tool;

import dev.unbraid.app.mirror.BoxSelection;
import dev.unbraid.app.timeline.layer.FrequencyAxis;
import dev.unbraid.project.Lane;
import dev.unbraid.project.Song;

import java.util.Optional;

/// The row under the pointer.
///
/// @param lane of the row; the mix for a stem map, for a difference its stem with the difference for its sound
/// @param axis of its picture, if that has one
/// @param up   0 at the picture's lower edge, 1 at its upper
public record Target(Kind kind, Song song, Lane lane, Optional<FrequencyAxis> axis, double up) {
    public enum Kind { LANE, DIFFERENCE, DISAGREEMENT, STEM_MAP }

    /// What of the lane is pictured.
    public BoxSelection.Picture picture() {
        return switch (kind) {
            case LANE, STEM_MAP -> BoxSelection.Picture.SOUND;
            case DIFFERENCE -> BoxSelection.Picture.DIFFERENCE;
            case DISAGREEMENT -> BoxSelection.Picture.DISAGREEMENT;
        };
    }

    public double hz(FrequencyAxis of) {
        return of.hzAt(Math.clamp(up, 0, 1));
    }
}
