package dev.unbraid.app.mirror;

import dev.unbraid.app.fx.Background;
import dev.unbraid.project.Edit;
import dev.unbraid.project.Project;
import dev.unbraid.project.Song;
import dev.unbraid.session.Difference;
import dev.unbraid.session.Job;
import dev.unbraid.session.Session;
import dev.unbraid.session.SessionListener;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// The session as properties.
public final class SessionMirror {
    private final Session session;
    private final ReadOnlyObjectWrapper<Project> project = new ReadOnlyObjectWrapper<>(Project.EMPTY);
    private final ReadOnlyObjectWrapper<Optional<Song>> activeSong = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Edit>> toUndo = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Edit>> toRedo = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Path>> file = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyBooleanWrapper modified = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<List<Difference>> differences = new ReadOnlyObjectWrapper<>(List.of());
    private final ObservableList<Job> jobs = FXCollections.observableArrayList();
    private final ShownDisagreements disagreements;

    public SessionMirror(Session session) {
        this.session = session;
        session.addListener(new SessionListener() {
            @Override
            public void documentChanged(Project changed) {
                readDocument();
            }

            @Override
            public void jobsChanged() {
                jobs.setAll(session.jobs());
            }

            @Override
            public void differencesChanged() {
                differences.set(session.differences().all());
            }
        });
        readDocument();
        jobs.setAll(session.jobs());
        disagreements = new ShownDisagreements(this, new Background());
    }

    private void readDocument() {
        Project now = session.project();
        // Those who hear of the project ask for the active song, so it must not lag behind.
        activeSong.set(now.activeSong());
        project.set(now);
        toUndo.set(session.toUndo());
        toRedo.set(session.toRedo());
        file.set(session.file());
        modified.set(session.isModified());
    }

    /// For wishes.
    public Session session() {
        return session;
    }

    public ReadOnlyObjectProperty<Project> projectProperty() {
        return project.getReadOnlyProperty();
    }

    public Project project() {
        return project.get();
    }

    public ReadOnlyObjectProperty<Optional<Song>> activeSongProperty() {
        return activeSong.getReadOnlyProperty();
    }

    public Optional<Song> activeSong() {
        return activeSong.get();
    }

    public ReadOnlyObjectProperty<Optional<Edit>> toUndoProperty() {
        return toUndo.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Optional<Edit>> toRedoProperty() {
        return toRedo.getReadOnlyProperty();
    }

    /// Where the project is saved.
    public ReadOnlyObjectProperty<Optional<Path>> fileProperty() {
        return file.getReadOnlyProperty();
    }

    /// What the passes disagreed in that made stems, where that is shown.
    public ShownDisagreements disagreements() {
        return disagreements;
    }

    /// How stems differ from what they were, where that is shown.
    public ReadOnlyObjectProperty<List<Difference>> differencesProperty() {
        return differences.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty modifiedProperty() {
        return modified.getReadOnlyProperty();
    }

    /// Set anew whenever a job is added, removed, reordered or has another state: show it without keeping nodes apart
    /// by identity of the list's changes.
    public ObservableList<Job> jobs() {
        return jobs;
    }
}
