/// HTDemucs (Hybrid Transformer Demucs) after its published architecture, for any of its hyper-parameters.
///
/// The network itself is TorchScript text, one resource per module, which runs alike on processor and GPU; and for
/// processors in float32 it is Java as well ([VectorNetwork]), which is faster there. The specification is read from the
/// checkpoint; nothing is wired to one published model.
package dev.unbraid.htdemucs;
