package dev.unbraid.compute;

/// What networks are fastest with on the processor.
///
/// @param arithmetic whose products they take in float32
public record ProcessorPace(Precision precision, Arithmetic arithmetic) {}
