package dev.unbraid.separation;

/// A network cannot be opened: its file is missing or damaged, or its device has no room. The message is a sentence
/// for the user; the cause tells which.
public final class ModelUnavailableException extends Exception {
    private static final long serialVersionUID = 1;

    public ModelUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
