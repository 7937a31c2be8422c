package dev.unbraid.checkpoint;

/// Something could not be fetched from outside, or was not what it should be; the message is a clause for the user.
final class TransferException extends Exception {
    private static final long serialVersionUID = 1L;

    TransferException(String reason) {
        super(reason);
    }

    TransferException(String reason, Throwable cause) {
        super(reason, cause);
    }
}
