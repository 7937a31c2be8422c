/// HTDemucs (Hybrid Transformer Demucs) after its published architecture, for any of its hyper-parameters.
///
/// The network itself is TorchScript text, one resource per module, because that runs fastest and alike on processor
/// and GPU. The specification is read from the checkpoint; nothing is wired to one published model.
package dev.unbraid.htdemucs;
