package dev.unbraid.app.shell;

/// What can be asked of the timeline from outside it.
///
/// @param left      shows what comes before, nearly all of a screen
/// @param enlarge   makes the rows higher
public record Zoom(
        Runnable in, Runnable out, Runnable fit, Runnable toSelection, Runnable left, Runnable right,
        Runnable enlarge, Runnable shrink) {}
