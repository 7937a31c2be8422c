package dev.unbraid.app.separate;

import dev.unbraid.app.fx.Background;
import dev.unbraid.app.mirror.SessionMirror;
import dev.unbraid.project.Song;
import dev.unbraid.project.SongId;
import dev.unbraid.session.Forecast;
import dev.unbraid.session.Job;
import dev.unbraid.session.JobState;
import dev.unbraid.session.SeparateWish;
import dev.unbraid.session.SeparatorModel;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Starts separations, and first gets the model where it is missing.
final class SeparateViewModel {
    private final SessionMirror session;
    private final SeparationChoices choices;
    private final Background background;
    private final DeviceInstallation deviceInstallation;
    private final ReadOnlyObjectWrapper<Readiness> readiness = new ReadOnlyObjectWrapper<>(new Readiness.Looking());
    private final ReadOnlyObjectWrapper<Installation> installation = new ReadOnlyObjectWrapper<>(new Installation.None());

    /// How far a model is on its way here.
    sealed interface Installation {
        record None() implements Installation {}

        /// @param song to be separated afterwards
        record Downloading(Job job, JobState state, Optional<SongId> song) implements Installation {}

        record Importing() implements Installation {}

        record Stopped() implements Installation {}

        record Failed(Exception problem) implements Installation {}
    }

    SeparateViewModel(SessionMirror session, SeparationChoices choices, Background background) {
        this.session = session;
        this.choices = choices;
        this.background = background;
        deviceInstallation = new DeviceInstallation(session, choices);
        session.activeSongProperty().addListener((_, _, _) -> judge());
        choices.catalogueProperty().addListener((_, _, _) -> judge());
        choices.settingsProperty().addListener((_, old, now) -> {
            if (!old.separation().model().equals(now.separation().model()) && !isInstalling()) {
                installation.set(new Installation.None());
            }
            judge();
        });
        judge();
    }

    private void judge() {
        Optional<SeparatorModel> model = choices.model();
        readiness.set(choices.catalogueProperty().get().problem().<Readiness>map(Readiness.ModelsUnknown::new)
                .orElseGet(() -> model.map(this::judge).orElseGet(Readiness.Looking::new)));
    }

    private Readiness judge(SeparatorModel model) {
        if (session.activeSong().isEmpty()) {
            return new Readiness.NoSong();
        }
        return model.installed() ? new Readiness.Ready() : new Readiness.ModelMissing(model);
    }

    SeparationChoices choices() {
        return choices;
    }

    DeviceInstallation deviceInstallation() {
        return deviceInstallation;
    }

    ReadOnlyObjectProperty<Readiness> readinessProperty() {
        return readiness.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Installation> installationProperty() {
        return installation.getReadOnlyProperty();
    }

    private boolean isInstalling() {
        return switch (installation.get()) {
            case Installation.Downloading _, Installation.Importing _ -> true;
            case Installation.None _, Installation.Stopped _, Installation.Failed _ -> false;
        };
    }

    /// Takes the active song apart.
    ///
    /// @return whether it began; if not, [#readinessProperty] says why
    boolean separate() {
        Optional<Song> song = session.activeSong();
        if (song.isEmpty() || !(readiness.get() instanceof Readiness.Ready)) {
            return false;
        }
        separate(song.get().id());
        return true;
    }

    /// What taking the active song apart would take; empty while nobody knows.
    Optional<Forecast> forecast() {
        return session.activeSong().flatMap(song -> choices.model().flatMap(model ->
                session.session().foretell(new SeparateWish(song.id(), model.name(), choices.stems(),
                        choices.remembered().shifts(), choices.remembered().device()))));
    }

    private void separate(SongId song) {
        choices.model().ifPresent(model -> session.session().separate(new SeparateWish(
                song, model.name(), choices.wishedStems(),
                choices.remembered().shifts(), choices.remembered().device())));
    }

    /// Downloads the missing model, from where an earlier try stopped, and then separates.
    void install() {
        if (readiness.get() instanceof Readiness.ModelMissing(SeparatorModel model) && !isInstalling()) {
            Job job = session.session().install(model.name());
            installation.set(new Installation.Downloading(job, job.state(), session.activeSong().map(Song::id)));
        }
    }

    /// Stops a download; what is there already stays for the next try.
    void stopInstalling() {
        if (installation.get() instanceof Installation.Downloading(Job job, _, _)) {
            job.cancel();
        }
    }

    /// Reads how far the download is; once a frame while there is one.
    void poll() {
        if (installation.get() instanceof Installation.Downloading(Job job, JobState last, Optional<SongId> song)) {
            JobState state = job.state();
            if (state.equals(last)) {
                return;
            }
            switch (state) {
                case JobState.Waiting _, JobState.Running _, JobState.Paused _ ->
                    installation.set(new Installation.Downloading(job, state, song));
                case JobState.Done _ -> arrived(song);
                case JobState.Cancelled _ -> installation.set(new Installation.Stopped());
                case JobState.Failed(Exception cause) -> installation.set(new Installation.Failed(cause));
            }
        }
    }

    private void arrived(Optional<SongId> song) {
        installation.set(new Installation.None());
        choices.refreshModels(() -> song.filter(it -> session.project().song(it).isPresent())
                .filter(_ -> readiness.get() instanceof Readiness.Ready)
                .ifPresent(this::separate));
    }

    /// Installs a model from a file of the user's, chooses it, and then separates.
    void importFile(Path file) {
        if (isInstalling()) {
            return;
        }
        Optional<SongId> song = session.activeSong().map(Song::id);
        installation.set(new Installation.Importing());
        background.ask(
                () -> session.session().separators().importFile(file),
                model -> {
                    choices.chooseModel(model.name());
                    arrived(song);
                },
                problem -> installation.set(new Installation.Failed(problem)));
    }
}
