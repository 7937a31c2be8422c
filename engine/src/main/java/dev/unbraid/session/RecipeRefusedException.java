package dev.unbraid.session;

import java.io.IOException;

/// A recipe cannot be followed. The message is a sentence for the user.
public final class RecipeRefusedException extends IOException {
    private static final long serialVersionUID = 1;

    public RecipeRefusedException(String sentence) {
        super(sentence);
    }

    RecipeRefusedException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
