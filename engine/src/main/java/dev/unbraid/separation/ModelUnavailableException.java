package dev.unbraid.separation;

/// A network cannot be opened. The message is a sentence for the user, and may speak of the command line; the cause
/// tells more.
public final class ModelUnavailableException extends Exception {
    private static final long serialVersionUID = 1;

    private final Reason reason;

    /// Whose fault it is.
    public enum Reason {
        /// The device is not there, or cannot run the network.
        DEVICE,
        /// A file of the model is missing or damaged.
        FILES,
        /// There is no such model, or not any more.
        NOT_INSTALLED,
        /// It makes others than those that it was to make.
        OTHER_STEMS,
        /// The sound that goes to the network finds no room.
        NO_ROOM,
        /// The sentence says it.
        OTHER
    }

    public ModelUnavailableException(String message, Throwable cause) {
        this(Reason.OTHER, message, cause);
    }

    public ModelUnavailableException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
