package dev.unbraid.worker;

import dev.unbraid.compute.Footing;
/// A network to be opened.
///
/// @param checkpoint its file
/// @param footing    what it shall run on
public record Opening(String checkpoint, Footing footing) {}
