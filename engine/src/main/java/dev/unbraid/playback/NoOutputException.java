package dev.unbraid.playback;

/// Nothing can be heard.
final class NoOutputException extends Exception {
    private static final long serialVersionUID = 1;

    private final OutputState.Reason reason;

    NoOutputException(OutputState.Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    NoOutputException(OutputState.Reason reason, Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
    }

    OutputState.Reason reason() {
        return reason;
    }
}
