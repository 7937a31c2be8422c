package dev.unbraid.session;

import java.util.concurrent.CompletableFuture;

/// A file on its way into files.
///
/// @param job     done whatever became of the file
/// @param outcome what became of it, complete once the job is over; exceptionally if it failed
public record FileSeparation(Job job, CompletableFuture<SeparateOutcome> outcome) {}
