package dev.unbraid.app.controls;

/// Time spans as on a clock.
public final class Clock {
    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;

    private Clock() {}

    /// `0:09`, `12:30`, `1:02:03`; rounded up, so that nothing that goes on says 0:00.
    public static String of(double seconds) {
        long whole = (long) Math.ceil(Math.max(0, seconds));
        long minutes = whole / MINUTE % MINUTE;
        return whole < HOUR
                ? "%d:%02d".formatted(minutes, whole % MINUTE)
                : "%d:%02d:%02d".formatted(whole / HOUR, minutes, whole % MINUTE);
    }
}
