package dev.unbraid.cli;

import java.io.File;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// How far a long task is.
///
/// @param task        what is done, as a word: `Separating`
/// @param subject     what it is done to
/// @param secondsLeft empty until it can be guessed
/// @param whole       what it is a part of
record Step(String task, String subject, Extent extent, OptionalDouble secondsLeft, Optional<Whole> whole) {
    Step(String task, String subject, Extent extent, OptionalDouble secondsLeft) {
        this(task, subject, extent, secondsLeft, Optional.empty());
    }

    /// Several files.
    ///
    /// @param file        which one this is, counted from 1
    /// @param ahead       how many are worked at beside it that began before it
    /// @param secondsLeft until all are done; empty until it can be guessed
    record Whole(int file, int files, int ahead, OptionalDouble secondsLeft) {
        String text() {
            String all = secondsLeft.isPresent() ? ", %s left for all".formatted(clock(secondsLeft.getAsDouble())) : "";
            return "file %d/%d%s".formatted(file, files, all);
        }
    }

    /// What is counted.
    enum Unit {
        SEGMENTS,
        BYTES,
        FRAMES,
        SECONDS;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param total empty when nobody knows
    record Extent(double done, OptionalDouble total, Unit unit) {
        /// @return 0 to 1
        OptionalDouble share() {
            return total.isPresent() && total.getAsDouble() > 0
                    ? OptionalDouble.of(Math.clamp(done / total.getAsDouble(), 0, 1))
                    : OptionalDouble.empty();
        }

        String amount() {
            if (unit == Unit.FRAMES) {
                // Frames by the million tell nobody anything.
                return share().isPresent() ? Math.round(100 * share().getAsDouble()) + " %" : "";
            }
            return total.isPresent() ? number(done) + "/" + number(total.getAsDouble()) + name() : number(done) + name();
        }

        private String number(double value) {
            return switch (unit) {
                case SEGMENTS, FRAMES -> "%d".formatted(Math.round(value));
                case BYTES -> String.format(Locale.ROOT, "%.1f", value / 1e6);
                case SECONDS -> clock(value);
            };
        }

        private String name() {
            return switch (unit) {
                case SEGMENTS -> " segments";
                case FRAMES -> " frames";
                case BYTES -> " MB";
                case SECONDS -> "";
            };
        }
    }

    /// @return the subject without the folders before it
    String name() {
        return subject.substring(subject.lastIndexOf(File.separatorChar) + 1);
    }

    /// Whether a display with room for one alone shows this one: of those that are done side by side, the eldest.
    boolean isForemost() {
        return whole.map(it -> it.ahead() == 0).orElse(true);
    }

    boolean isEnd() {
        return extent.total().isPresent() && extent.done() >= extent.total().getAsDouble();
    }

    boolean isSameTask(Step other) {
        return task.equals(other.task) && subject.equals(other.subject);
    }

    /// @param perSecond how fast it goes, in the extent's unit
    String rate(double perSecond) {
        return switch (extent.unit()) {
            case SEGMENTS -> String.format(Locale.ROOT, "%.2f s/segment", 1 / perSecond);
            case BYTES -> String.format(Locale.ROOT, "%.1f MB/s", perSecond / 1e6);
            case FRAMES, SECONDS -> "";
        };
    }

    String left() {
        String here = secondsLeft.isPresent() ? clock(secondsLeft.getAsDouble()) + " left" : "";
        String all = whole.map(Whole::text).orElse("");
        return Stream.of(here, all).filter(text -> !text.isEmpty()).collect(Collectors.joining("  "));
    }

    /// @return as `3:07` or `1:03:07`
    static String clock(double seconds) {
        long whole = Math.round(seconds);
        return whole >= 3600
                ? String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60)
                : String.format(Locale.ROOT, "%d:%02d", whole / 60, whole % 60);
    }
}
