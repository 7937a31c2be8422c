package dev.unbraid.separation;

/// A network was lost, and starting it anew did not help. The message is a sentence for the user, the cause tells more.
///
/// Unchecked, because any call of a network can meet it.
public final class NetworkLostException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Loss loss;

    public NetworkLostException(Loss loss, String sentence, Throwable cause) {
        super(sentence, cause);
        this.loss = loss;
    }

    public Loss loss() {
        return loss;
    }
}
