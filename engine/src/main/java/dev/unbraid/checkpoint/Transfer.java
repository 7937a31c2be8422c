package dev.unbraid.checkpoint;

/// How fetching something ended, where nothing failed.
enum Transfer {
    COMPLETE,
    CANCELLED
}
