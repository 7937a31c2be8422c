package dev.unbraid.playback;

import java.util.Objects;

/// Nothing can be heard. The message is a sentence for the user.
final class NoOutputException extends Exception {
    private static final long serialVersionUID = 1;

    NoOutputException(String message) {
        super(message);
    }

    NoOutputException(String message, Throwable cause) {
        super(message, cause);
    }

    String sentence() {
        return Objects.requireNonNull(getMessage());
    }
}
