package dev.unbraid.session;

import dev.unbraid.project.Edit;
import dev.unbraid.project.History;
import dev.unbraid.project.Project;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// The document with its past, and who listens to it. Changed on the session's thread, read on any.
final class Document {
    private final List<SessionListener> listeners = new ArrayList<>();
    private volatile History history = History.of(Project.EMPTY);
    private volatile Project saved = Project.EMPTY;

    void addListener(SessionListener listener) {
        listeners.add(listener);
    }

    List<SessionListener> listeners() {
        return List.copyOf(listeners);
    }

    History history() {
        return history;
    }

    Project project() {
        return history.present();
    }

    void edit(Edit edit) {
        become(history.with(edit));
    }

    void amend(Edit edit) {
        become(history.amended(edit));
    }

    void endGesture() {
        history = history.sealed();
    }

    void undo() {
        become(history.undone());
    }

    void redo() {
        become(history.redone());
    }

    /// Changes what happened, not what is done next: in every state of the past and the future, too.
    void rewrite(UnaryOperator<Project> change) {
        become(history.rewritten(change));
    }

    /// Begins anew with `project`, which lies on disk as `onDisk`.
    void replace(Project project, Project onDisk) {
        saved = onDisk;
        history = History.of(project);
        tell();
    }

    /// `project` lies on disk now.
    void saved(Project project) {
        saved = project;
        tell();
    }

    boolean isModified() {
        return !project().equals(saved);
    }

    private void become(History changed) {
        if (!changed.equals(history)) {
            history = changed;
            tell();
        }
    }

    private void tell() {
        Project now = project();
        listeners().forEach(it -> it.documentChanged(now));
    }
}
