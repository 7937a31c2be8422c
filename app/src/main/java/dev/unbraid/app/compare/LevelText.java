package dev.unbraid.app.compare;

import dev.unbraid.project.Song;
import dev.unbraid.session.Difference;
import dev.unbraid.ui.Messages;

import java.util.Locale;

/// How large a difference is, and where, in words.
final class LevelText {
    private final Messages messages;

    LevelText(Messages messages) {
        this.messages = messages;
    }

    String of(Difference difference) {
        if (difference.isIdentical()) {
            return messages.text("level.identical");
        }
        if (difference.levelDb() == Double.POSITIVE_INFINITY) {
            return messages.text("level.silent");
        }
        return messages.text("level", number(difference.levelDb()));
    }

    /// `−31.4`
    static String number(double db) {
        String digits = String.format(Locale.ROOT, "%.1f", Math.abs(db));
        return db < 0 && !digits.equals("0.0") ? "−" + digits : digits;
    }

    /// `1:02.5`
    String time(long frame, Song song) {
        long tenths = Math.round(10.0 * frame / song.source().spec().sampleRate());
        return String.format(Locale.ROOT, "%d:%02d.%d", tenths / 600, tenths / 10 % 60, tenths % 10);
    }
}
