package dev.unbraid.compute;

import dev.unbraid.audio.NoMemoryException;

/// The device has not enough free memory for the network; the message is one sentence for the user.
///
/// Unchecked, because any native call can meet it.
public final class DeviceMemoryException extends NoMemoryException {
    private static final long serialVersionUID = 1L;

    DeviceMemoryException(ComputeDevice device, Throwable cause) {
        super("Not enough free memory on %s for the network: close other programs, or use a device with more memory."
                .formatted(device), cause);
    }

    /// As another process met it.
    public DeviceMemoryException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
