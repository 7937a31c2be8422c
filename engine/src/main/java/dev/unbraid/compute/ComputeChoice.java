package dev.unbraid.compute;

/// What the user asked a network to run on; [Devices#resolve] makes a [Footing] of it.
///
/// @param threads processor threads for one operation, at least 1
public record ComputeChoice(DeviceChoice device, PrecisionChoice precision, int threads) {
    /// With the precision that suits the device.
    public ComputeChoice(DeviceChoice device, int threads) {
        this(device, new PrecisionChoice.Auto(), threads);
    }
}
