package dev.unbraid.session;

import dev.unbraid.project.Project;

/// Hears of every change of a session, on the session's own thread.
public interface SessionListener {
    /// The document, or what can be undone, or whether it is saved, has changed.
    default void documentChanged(Project project) {}

    /// Jobs were added, removed or reordered, or one has a new state.
    default void jobsChanged() {}

    /// What is shown of how stems differ from what they were has changed.
    default void differencesChanged() {}
}
