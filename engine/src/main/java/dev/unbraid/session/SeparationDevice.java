package dev.unbraid.session;

/// A processor that can run a model.
///
/// @param name as on the command line: auto, cpu, cuda:0 …
public record SeparationDevice(String name, String description) {}
