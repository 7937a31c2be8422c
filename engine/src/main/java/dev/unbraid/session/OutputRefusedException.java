package dev.unbraid.session;

import java.io.IOException;

/// The stems cannot go where they should. The message is a sentence for the user.
public final class OutputRefusedException extends IOException {
    private static final long serialVersionUID = 1;

    OutputRefusedException(String sentence) {
        super(sentence);
    }

    OutputRefusedException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
