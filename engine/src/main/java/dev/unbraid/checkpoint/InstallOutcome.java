package dev.unbraid.checkpoint;

/// How an installation ended, where nothing failed.
public sealed interface InstallOutcome {
    record Installed(InstalledModel model) implements InstallOutcome {}

    /// What was downloaded so far is kept, so that the next try goes on from there.
    record Cancelled() implements InstallOutcome {}
}
