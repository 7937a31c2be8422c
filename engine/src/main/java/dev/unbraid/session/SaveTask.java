package dev.unbraid.session;

import dev.unbraid.project.Project;
import dev.unbraid.project.ProjectView;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/// Writes the document as it was when saving was asked for, with its sounds.
final class SaveTask implements Task {
    private final ProjectStorage storage;
    private final Workbench bench;
    private final Project project;
    private final ProjectView view;
    private final Consumer<Path> whenSaved;
    private volatile Optional<Project> saved = Optional.empty();

    /// @param whenSaved gets the file, on the session's thread
    SaveTask(ProjectStorage storage, Workbench bench, ProjectView view, Consumer<Path> whenSaved) {
        this.storage = storage;
        this.bench = bench;
        this.view = view;
        this.whenSaved = whenSaved;
        project = bench.document().project();
    }

    @Override
    public String firstPhase() {
        return "writing";
    }

    @Override
    public JobState run(DeskJob job) throws IOException {
        saved = storage.save(project, view, bench.sounds()::find, new JobProgress(job, firstPhase()));
        return saved.isPresent() ? new JobState.Done() : new JobState.Cancelled();
    }

    @Override
    public void ended(JobState how) {
        saved.ifPresent(it -> {
            whenSaved.accept(storage.file());
            bench.document().saved(it);
        });
    }
}
