package dev.unbraid.project;

/// A text is no project that can be read here. The message is a sentence for the user.
public final class ProjectFileException extends Exception {
    private static final long serialVersionUID = 1;

    private final Reason reason;
    private final String file;

    /// Why it cannot be read: it is something else, some of it is wrong, or it needs a newer program.
    public enum Reason { FOREIGN, DAMAGED, NEWER }

    ProjectFileException(Reason reason, String file, String sentence) {
        super(sentence);
        this.reason = reason;
        this.file = file;
    }

    ProjectFileException(Reason reason, String file, String sentence, Throwable cause) {
        super(sentence, cause);
        this.reason = reason;
        this.file = file;
    }

    public Reason reason() {
        return reason;
    }

    /// The file's name, as its reader was told it.
    public String file() {
        return file;
    }
}
