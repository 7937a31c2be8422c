package dev.unbraid.app.preferences;

/// The parts of the preferences, from top to bottom.
enum Page { GENERAL, SOUND, SEPARATION, MODELS, STORAGE, PICTURE }
