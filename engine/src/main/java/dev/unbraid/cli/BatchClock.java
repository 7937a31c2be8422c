package dev.unbraid.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/// How long all the files will take that are still to come.
///
/// Files that do not say how long they are count as long as the others are on average.
final class BatchClock {
    private final List<OptionalDouble> soundSeconds;
    /// Seconds of work per second of sound.
    private OptionalDouble pace;
    private double workedSeconds;
    private double workedSound;

    /// @param soundSeconds of each file, in the order in which they are worked at
    /// @param pace         seconds of work per second of sound, from earlier runs
    BatchClock(List<OptionalDouble> soundSeconds, OptionalDouble pace) {
        this.soundSeconds = new ArrayList<>(soundSeconds);
        this.pace = pace;
    }

    /// A file is done: from now on this run's own pace counts.
    void worked(int index, double seconds) {
        double sound = sound(index);
        if (sound > 0) {
            workedSeconds += seconds;
            workedSound += sound;
            pace = OptionalDouble.of(workedSeconds / workedSound);
        }
    }

    /// @param index    of the file at hand
    /// @param elapsed  seconds of work on it
    /// @param fileLeft what it will still take
    /// @return seconds until all are done
    OptionalDouble left(int index, double elapsed, OptionalDouble fileLeft) {
        double sound = sound(index);
        OptionalDouble now = pace;
        if (now.isEmpty() && fileLeft.isPresent() && sound > 0) {
            now = OptionalDouble.of((elapsed + fileLeft.getAsDouble()) / sound);
        }
        if (now.isEmpty()) {
            return index == soundSeconds.size() - 1 ? fileLeft : OptionalDouble.empty();
        }
        double perSecond = now.getAsDouble();
        double left = fileLeft.orElse(Math.max(0, sound * perSecond - elapsed));
        for (int next = index + 1; next < soundSeconds.size(); next++) {
            left += sound(next) * perSecond;
        }
        return OptionalDouble.of(left);
    }

    private double sound(int index) {
        return soundSeconds.get(index).orElseGet(this::usual);
    }

    private double usual() {
        return soundSeconds.stream()
                .flatMapToDouble(OptionalDouble::stream)
                .filter(seconds -> seconds > 0)
                .average()
                .orElse(0);
    }
}
