package dev.unbraid.project;

/// Names a lane, a song's mix or one of its stems, within its project.
public record LaneId(String value) {}
