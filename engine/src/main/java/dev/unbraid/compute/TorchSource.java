package dev.unbraid.compute;

/// Whoever has PyTorch loaded when it is needed.
@FunctionalInterface
public interface TorchSource {
    TorchEngine get() throws DeviceUnavailableException;
}
