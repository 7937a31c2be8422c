package dev.unbraid.app.controls;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A time as the user reads and types it: `1:08.482`, and `1:00:00.000` from an hour on.
public final class TimeText {
    private static final Pattern TYPED = Pattern.compile("(?:(?:(\\d{1,3}):)?(\\d{1,5}):)?(\\d{1,7}(?:\\.\\d*)?|\\.\\d+)");

    private TimeText() {}

    /// @param frames at least 0
    public static String of(long frames, int sampleRate) {
        // Rounded down: a time that is shown has been reached.
        return ofMillis(Math.floorDiv(Math.multiplyExact(frames, 1000L), (long) sampleRate));
    }

    private static String ofMillis(long millis) {
        long minutes = millis / 60_000;
        long rest = millis % 60_000;
        if (minutes < 60) {
            return String.format(Locale.ROOT, "%d:%02d.%03d", minutes, rest / 1000, rest % 1000);
        }
        return String.format(Locale.ROOT, "%d:%02d:%02d.%03d", minutes / 60, minutes % 60, rest / 1000, rest % 1000);
    }

    /// @return seconds; empty for what is no time
    public static OptionalDouble parse(String typed) {
        Matcher parts = TYPED.matcher(typed.strip().replace(',', '.').replace('：', ':'));
        if (!parts.matches()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(
                3600 * number(parts.group(1)) + 60 * number(parts.group(2)) + Double.parseDouble(parts.group(3)));
    }

    private static double number(@Nullable String group) {
        return group == null ? 0 : Double.parseDouble(group);
    }
}
