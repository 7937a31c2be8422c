package dev.unbraid.codec;

import java.io.IOException;

/// A file holds no sound that can be read. The message is a sentence for the user and names the file.
public final class UnreadableAudioException extends IOException {
    private static final long serialVersionUID = 1;

    UnreadableAudioException(String sentence) {
        super(sentence);
    }

    UnreadableAudioException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
