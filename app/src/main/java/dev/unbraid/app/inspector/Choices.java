package dev.unbraid.app.inspector;

import java.util.List;
import java.util.Locale;

/// What can be chosen of a spectrogram's numbers, and how numbers read.
final class Choices {
    static final List<Integer> FFT_SIZES = List.of(512, 1024, 2048, 4096, 8192, 16384, 32768);
    static final List<Double> OVERLAPS = List.of(0.0, 0.5, 0.75, 0.875, 0.9375);
    static final List<Integer> ZERO_PADDINGS = List.of(1, 2, 4, 8);

    private Choices() {}

    /// Such as `87.5 %`.
    static String percent(double share) {
        double percent = share * 100;
        return (percent == Math.rint(percent) ? String.valueOf(Math.round(percent)) : String.valueOf(percent)) + " %";
    }

    /// Such as `40 Hz`, `2.9 kHz` or `18 kHz`.
    static String hertz(double hz) {
        if (hz < 1000) {
            return Math.round(hz) + " Hz";
        }
        String kilo = String.format(Locale.ROOT, hz < 10_000 ? "%.1f" : "%.0f", hz / 1000);
        return (kilo.endsWith(".0") ? kilo.substring(0, kilo.length() - 2) : kilo) + " kHz";
    }

    /// Such as `−88`.
    static String whole(double number) {
        long rounded = Math.round(number);
        return (rounded < 0 ? "−" : "") + Math.abs(rounded);
    }
}
