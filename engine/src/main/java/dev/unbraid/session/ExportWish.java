package dev.unbraid.session;

import dev.unbraid.audio.FrameRange;
import dev.unbraid.codec.OutputFormat;
import dev.unbraid.project.LaneId;
import dev.unbraid.project.SongId;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What to write of a song, and where.
///
/// @param outputs one file each
/// @param range   of the song, what lies outside of it left out; empty is all of it
public record ExportWish(SongId song, List<Output> outputs, Optional<FrameRange> range, Place place, Sound sound) {
    /// What a file holds.
    public sealed interface Output {
        /// A lane as it was separated, without its strip.
        record Stem(LaneId lane) implements Output {}

        /// What the mixer plays: the same samples.
        record Heard() implements Output {}

        /// The sum of the stems but for one, without strips: `vocals` gives the instrumental.
        record AllBut(LaneId lane) implements Output {}
    }

    /// @param nameTemplate as in [NameTemplate]; [ExportTargets] tells what it makes
    public record Place(Path folder, String nameTemplate, OutputPlace.Existing existing) {}

    /// @param sampleRate 0 is the song's own; what the format cannot hold becomes the nearest that it can
    /// @param linkedGain whether all files get the one gain that keeps the loudest below full scale
    public record Sound(OutputFormat format, int sampleRate, boolean linkedGain) {}

    public ExportWish {
        outputs = List.copyOf(outputs);
    }
}
