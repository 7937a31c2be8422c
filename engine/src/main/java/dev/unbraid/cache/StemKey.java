package dev.unbraid.cache;

import dev.unbraid.project.Recipe;

/// What stems are kept under: names alone do not tell models apart, for a user may import another in one's place.
///
/// @param modelFingerprint of the installed networks
public record StemKey(Recipe recipe, String modelFingerprint) {}
