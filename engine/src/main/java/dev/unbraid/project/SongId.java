package dev.unbraid.project;

/// Names a song within its project.
public record SongId(String value) {}
