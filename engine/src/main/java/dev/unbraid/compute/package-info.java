/// Devices, native memory, TorchScript and threads: all that computes and is no network in particular.
///
/// DJL's types stay here. Knows nothing of audio or of checkpoints.
package dev.unbraid.compute;
