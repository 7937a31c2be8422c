/// Devices, native memory and TorchScript: all that is PyTorch and no network in particular.
///
/// DJL's types stay here. Knows nothing of audio or of checkpoints.
package dev.unbraid.compute;
