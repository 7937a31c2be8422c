package dev.unbraid.install;

/// How fetching something ended, where nothing failed.
public enum Transfer {
    COMPLETE,
    CANCELLED
}
