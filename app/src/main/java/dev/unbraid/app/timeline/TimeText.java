package dev.unbraid.app.timeline;

import java.util.Locale;

/// Times as people read them: minutes, seconds and as many decimals as it takes.
final class TimeText {
    private TimeText() {}

    /// @param seconds  from 0
    /// @param decimals 0 to 6
    /// @return such as `1:08.482`, or `1:02:03` from an hour on
    static String of(double seconds, int decimals) {
        long unit = Math.round(Math.pow(10, decimals));
        long ticks = Math.round(Math.max(0, seconds) * unit);
        long whole = ticks / unit;
        String tail = decimals == 0 ? "" : "." + padded(ticks % unit, decimals);
        String minutes = whole < 3600
                ? Long.toString(whole / 60)
                : "%d:%02d".formatted(whole / 3600, whole / 60 % 60);
        return "%s:%02d%s".formatted(minutes, whole % 60, tail);
    }

    private static String padded(long value, int digits) {
        return String.format(Locale.ROOT, "%0" + digits + "d", value);
    }
}
