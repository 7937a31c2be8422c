package dev.unbraid.audio;

import java.io.IOException;

/// The disk, or the user's share of it, is full. The message is a sentence for the user.
public final class NoRoomException extends IOException {
    private static final long serialVersionUID = 1;

    public NoRoomException(String sentence) {
        super(sentence);
    }

    public NoRoomException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
