package dev.unbraid.compute;

/// Whose products a network takes on the processor in float32.
public enum Arithmetic { PYTORCH, JAVA }
