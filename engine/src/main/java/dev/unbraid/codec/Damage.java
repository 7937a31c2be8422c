package dev.unbraid.codec;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/// What is wrong with a file whose sound could be read all the same.
public sealed interface Damage {
    Path file();

    /// Silence stands where the sound could not be decoded.
    ///
    /// @param places how often, at least once
    /// @param first  where it begins
    record Gaps(Path file, long places, Duration first) implements Damage {}

    /// Silence stands where the file holds no finite numbers.
    ///
    /// @param samples how many, at least one
    record NoNumbers(Path file, long samples) implements Damage {}

    /// The rest has another sample rate or other channels, and was not read.
    record FormatChange(Path file, Duration at) implements Damage {}

    /// @param says how long the file claims to last
    record EarlyEnd(Path file, Duration at, Duration says) implements Damage {}

    /// For the command line and for reports.
    default String sentence() {
        return switch (this) {
            case Gaps(Path file, long places, Duration first) ->
                "%s is damaged in %s, first at %s; silence stands there instead."
                        .formatted(file, places == 1 ? "1 place" : places + " places", time(first));
            case NoNumbers(Path file, long samples) ->
                "%s holds %s not a finite number; silence stands there instead."
                        .formatted(file, samples == 1 ? "1 sample that is" : samples + " samples that are");
            case FormatChange(Path file, Duration at) ->
                "%s changes its sample rate or channels at %s; what follows was not read. Convert it to one format first."
                        .formatted(file, time(at));
            case EarlyEnd(Path file, Duration at, Duration says) ->
                "%s ends at %s, but says that it lasts until %s; what is there was read. If that is too little, get the file again."
                        .formatted(file, time(at), time(says));
        };
    }

    /// @return as `1:02:03.456`
    static String time(Duration at) {
        return String.format(Locale.ROOT, "%d:%02d:%02d.%03d",
                at.toHours(), at.toMinutesPart(), at.toSecondsPart(), at.toMillisPart());
    }
}
