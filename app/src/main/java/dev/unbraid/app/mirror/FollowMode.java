package dev.unbraid.app.mirror;

/// What the timeline does when the playhead leaves it.
public enum FollowMode { NONE, PAGE, SMOOTH }
