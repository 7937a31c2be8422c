package dev.unbraid.app.separate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.app.controls.TestSongs;
import dev.unbraid.app.fx.Background;
import dev.unbraid.app.fx.TestScreen;
import dev.unbraid.app.mirror.SessionMirror;
import dev.unbraid.project.Edit;
import dev.unbraid.session.Job;
import dev.unbraid.session.Session;
import dev.unbraid.settings.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import javafx.beans.property.SimpleObjectProperty;

class SeparateViewModelTest {
    @TempDir
    private Path folder;

    private final TestScreen screen = new TestScreen();
    private final Background background = new Background(screen);
    private final Shelf shelf = new Shelf();
    private Session session;
    private SeparateViewModel viewModel;

    @BeforeEach
    void openDesk() throws Exception {
        session = new Session(folder, shelf, screen);
        SeparationChoices choices =
                new SeparationChoices(new SimpleObjectProperty<>(Settings.USUAL), shelf, background);
        viewModel = new SeparateViewModel(new SessionMirror(session), choices, background);
        choices.refresh();
        screen.until(() -> choices.model().isPresent());
    }

    @AfterEach
    void closeDesk() {
        session.close();
    }

    private void addSong() {
        session.edit(new Edit.AddSong(TestSongs.unseparated(Path.of("busy.flac")), 0));
    }

    private boolean separates() {
        return session.jobs().stream().anyMatch(it -> it.kind() == Job.Kind.SEPARATION);
    }

    @Test
    void withoutASongNothingIsSeparated() {
        assertThat(viewModel.readinessProperty().get()).isEqualTo(new Readiness.NoSong());
        assertThat(viewModel.separate()).isFalse();
    }

    @Test
    void aMissingModelIsNamed() {
        addSong();
        assertThat(viewModel.readinessProperty().get()).isInstanceOfSatisfying(
                Readiness.ModelMissing.class, it -> assertThat(it.model().name()).isEqualTo("htdemucs"));
        assertThat(viewModel.separate()).isFalse();
    }

    @Test
    void onceItIsInstalledTheSongIsSeparatedByItself() throws Exception {
        addSong();
        viewModel.install();
        screen.until(() -> {
            viewModel.poll();
            return separates();
        });
        assertThat(viewModel.readinessProperty().get()).isEqualTo(new Readiness.Ready());
    }

    @Test
    void anImportedModelIsChosenAndUsed() throws Exception {
        addSong();
        viewModel.importFile(Path.of("mine.th"));
        screen.until(this::separates);
        assertThat(viewModel.choices().remembered().model()).isEqualTo("htdemucs_6s");
    }

    @Test
    void aFileThatIsNoModelIsToldAndNothingElseHappens() throws Exception {
        addSong();
        viewModel.importFile(Path.of("holiday.jpg"));
        screen.until(() -> viewModel.installationProperty().get() instanceof SeparateViewModel.Installation.Failed);
        assertThat(separates()).isFalse();
        assertThat(viewModel.readinessProperty().get()).isInstanceOf(Readiness.ModelMissing.class);
    }
}
