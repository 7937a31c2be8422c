package dev.unbraid.install;

/// Something could not be fetched from outside, or was not what it should be; the message is a clause for the user.
public final class TransferException extends Exception {
    private static final long serialVersionUID = 1L;

    public TransferException(String reason) {
        super(reason);
    }

    public TransferException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
