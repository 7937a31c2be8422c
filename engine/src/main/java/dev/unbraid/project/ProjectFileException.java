package dev.unbraid.project;

/// A text is no project that can be read here. The message is a sentence for the user.
public final class ProjectFileException extends Exception {
    private static final long serialVersionUID = 1;

    ProjectFileException(String sentence) {
        super(sentence);
    }

    ProjectFileException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
