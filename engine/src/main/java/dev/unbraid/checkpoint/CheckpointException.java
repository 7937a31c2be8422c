package dev.unbraid.checkpoint;

/// A checkpoint that cannot be had, read or trusted; the message is one sentence for the user.
public final class CheckpointException extends Exception {
    private static final long serialVersionUID = 1L;

    public CheckpointException(String sentence) {
        super(sentence);
    }

    public CheckpointException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
