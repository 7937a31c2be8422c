package dev.unbraid.cli;

/// The command line asks for something that cannot be had. The message is a sentence for the user.
final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
