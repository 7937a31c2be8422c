package dev.unbraid.app.sum;

import dev.unbraid.session.NullLevel;
import dev.unbraid.ui.Messages;

import java.util.Locale;
import java.util.Optional;

/// A null level in words.
final class NullText {
    private final Messages messages;

    NullText(Messages messages) {
        this.messages = messages;
    }

    /// `−31.4`, `−∞`; a dash where it is not known.
    static String number(Optional<NullLevel> level) {
        return level.map(NullText::number).orElse("–");
    }

    private static String number(NullLevel level) {
        if (level.isExact()) {
            return "−∞";
        }
        String digits = String.format(Locale.ROOT, "%.1f", Math.abs(level.peakDb()));
        return level.peakDb() < 0 && !digits.equals("0.0") ? "−" + digits : digits;
    }

    String here(Optional<NullLevel> level) {
        return messages.text("null.here", number(level));
    }

    String song(Optional<NullLevel> level) {
        return messages.text("null.song", number(level));
    }
}
