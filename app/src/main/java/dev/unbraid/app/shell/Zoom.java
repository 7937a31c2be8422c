package dev.unbraid.app.shell;

/// What can be asked of the timeline from outside it.
public record Zoom(Runnable in, Runnable out, Runnable fit, Runnable toSelection) {}
