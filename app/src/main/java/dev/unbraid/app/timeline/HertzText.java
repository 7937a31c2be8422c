package dev.unbraid.app.timeline;

import dev.unbraid.ui.Messages;

import java.util.Locale;

/// Frequencies and levels as people read them.
record HertzText(Messages messages) {
    /// Rounded to what an axis needs: `40 Hz`, `620 Hz`, `2.9 kHz`, `18 kHz`.
    String text(double hz) {
        if (hz < 1_000) {
            return messages.text("hertz", Long.toString(Math.round(hz)));
        }
        double kilo = Math.round(hz / 100) / 10.0;
        boolean whole = kilo == Math.rint(kilo);
        return messages.text("kilohertz", String.format(Locale.ROOT, whole ? "%.0f" : "%.1f", kilo));
    }

    /// To a tenth of a hertz, thousands apart: `1 174.7 Hz`.
    String exact(double hz) {
        long tenths = Math.round(hz * 10);
        long whole = tenths / 10;
        String thousands = whole < 1_000 ? Long.toString(whole) : "%d\u2009%03d".formatted(whole / 1_000, whole % 1_000);
        return messages.text("hertz", thousands + "." + tenths % 10);
    }

    /// With a real minus: `−31.4 dB`.
    String decibels(double db) {
        return messages.text("decibels", signed(String.format(Locale.ROOT, "%.1f", db)));
    }

    /// `D6 +0 ct`.
    String note(NoteName note) {
        String cents = note.cents() < 0 ? Integer.toString(note.cents()) : "+" + note.cents();
        return messages.text("note", note.name(), signed(cents));
    }

    private static String signed(String number) {
        return number.replace('-', '−');
    }
}
