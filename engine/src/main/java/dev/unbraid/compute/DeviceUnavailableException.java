package dev.unbraid.compute;

/// The device asked for is not there or cannot run the network; the message is one sentence for the user.
public final class DeviceUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    public DeviceUnavailableException(String sentence) {
        super(sentence);
    }

    public DeviceUnavailableException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
