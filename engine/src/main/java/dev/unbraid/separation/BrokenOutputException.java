package dev.unbraid.separation;

/// The network answered with something that is no sound. The message is a sentence for the user.
public final class BrokenOutputException extends Exception {
    private static final long serialVersionUID = 1;

    public BrokenOutputException(String stem, double seconds) {
        super(("The network gave a value that is not a number for %s near %.1f s, so nothing was kept; "
                        + "try again on the processor (--device cpu), and verify the model if it stays.")
                .formatted(stem, seconds));
    }
}
