package dev.unbraid.checkpoint;

import java.util.List;

/// A network on its way into the user's folder.
///
/// @param signature its name among the model's members
/// @param weights   its say in each source
/// @param from      where it came from: an address or a path
record IncomingMember(String signature, Checkpoint checkpoint, List<Double> weights, String from) {}
