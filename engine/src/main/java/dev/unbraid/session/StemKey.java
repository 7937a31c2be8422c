package dev.unbraid.session;

import dev.unbraid.project.Recipe;

/// What stems are kept under: names alone do not tell models apart, for a user may import another in one's place.
///
/// @param modelFingerprint as in [SeparatorModel#fingerprint]
record StemKey(Recipe recipe, String modelFingerprint) {}
