package dev.unbraid.app.controls;

import dev.unbraid.project.Strip;

import java.util.Locale;
import java.util.Optional;

/// A gain as the user reads and types it: `+1.5 dB`, `−∞ dB`.
public final class GainText {
    private static final String MINUS = "−";

    private GainText() {}

    public static String of(double gainDb) {
        return number(gainDb) + " dB";
    }

    /// Without the unit.
    public static String number(double gainDb) {
        if (gainDb <= Strip.SILENT_DB) {
            return MINUS + "∞";
        }
        String digits = String.format(Locale.ROOT, "%.1f", Math.abs(gainDb));
        if (digits.equals("0.0")) {
            return digits;
        }
        return (gainDb < 0 ? MINUS : "+") + digits;
    }

    /// @return a gain within the bounds of [Strip]; empty for what is no number
    public static Optional<Double> parse(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT).replace(MINUS, "-").replace(',', '.')
                .replaceFirst("\\s*db$", "");
        if (text.equals("-∞") || text.equals("-inf")) {
            return Optional.of(Strip.SILENT_DB);
        }
        if (!text.matches("[+-]?(\\d{1,6}(\\.\\d*)?|\\.\\d+)")) {
            return Optional.empty();
        }
        return Optional.of(Math.clamp(Double.parseDouble(text), Strip.SILENT_DB, Strip.LOUDEST_DB) + 0.0);
    }
}
