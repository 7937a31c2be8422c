package dev.unbraid.app.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.app.controls.FileBrowser;
import dev.unbraid.app.controls.FileFormat;
import dev.unbraid.app.controls.NoModels;
import dev.unbraid.app.controls.TestSongs;
import dev.unbraid.app.fx.Background;
import dev.unbraid.app.fx.TestScreen;
import dev.unbraid.app.mirror.SessionMirror;
import dev.unbraid.project.Edit;
import dev.unbraid.project.Song;
import dev.unbraid.session.ExportWish.Output;
import dev.unbraid.session.Session;
import dev.unbraid.settings.Settings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

class ExportViewModelTest {
    @TempDir
    private Path folder;

    private final TestScreen screen = new TestScreen();
    private final ObjectProperty<Settings> settings = new SimpleObjectProperty<>(Settings.USUAL);
    private Session session;
    private ExportViewModel viewModel;

    @BeforeEach
    void openDesk() throws Exception {
        session = new Session(folder.resolve("session"), new NoModels(), screen);
        ExportHome home = new ExportHome(folder.resolve("hidden"), folder.resolve("Music"), new FileBrowser(new Background(), _ -> { }));
        Song song = TestSongs.separated(folder.resolve("Büsy 绊.flac"));
        session.edit(new Edit.AddSong(song, 0));
        viewModel = new ExportViewModel(new SessionMirror(session), song, settings, home, new Background(screen));
    }

    @AfterEach
    void closeDesk() {
        session.close();
    }

    private List<String> preview() throws Exception {
        screen.until(() -> !(viewModel.previewProperty().get() instanceof Preview.Looking));
        return switch (viewModel.previewProperty().get()) {
            case Preview.Files(_, List<Path> paths, _) ->
                paths.stream().map(it -> folder.relativize(it).toString().replace('\\', '/')).toList();
            case Preview.Refused(Exception why) -> List.of(String.valueOf(why.getMessage()));
            case Preview.Nothing(), Preview.Looking() -> List.of();
        };
    }

    @Test
    void allStemsGoBesideTheSong() throws Exception {
        assertThat(preview()).containsExactly(
                "Büsy 绊/drums.wav", "Büsy 绊/bass.wav", "Büsy 绊/other.wav", "Büsy 绊/vocals.wav");
    }

    @Test
    void whatIsHiddenGoesToTheMusic() throws Exception {
        ExportHome home = new ExportHome(folder.resolve("cache"), folder.resolve("Music"), new FileBrowser(new Background(), _ -> { }));
        assertThat(home.of(TestSongs.separated(folder.resolve("cache/demo/song.flac")))).isEqualTo(folder.resolve("Music"));
        assertThat(home.of(TestSongs.separated(folder.resolve("cached/song.flac")))).isEqualTo(folder.resolve("cached"));
    }

    @Test
    void thePreviewFollowsFormatAndNames() throws Exception {
        viewModel.formatProperty().set(FileFormat.FLAC_16);
        viewModel.chosenProperty().set(viewModel.offer().of(Offer.Preset.INSTRUMENTAL));
        viewModel.nameTemplateProperty().set("{title} - {stem}.{ext}");
        screen.until(() -> viewModel.previewProperty().get() instanceof Preview.Files files
                && files.paths().getFirst().endsWith("Busy Schedule - instrumental.flac"));
    }

    @Test
    void namesThatCannotBeAreToldAndNotExported() throws Exception {
        viewModel.nameTemplateProperty().set("{track}.{ext}");
        screen.until(() -> viewModel.previewProperty().get() instanceof Preview.Refused);
        assertThat(preview().getFirst()).contains("{stem}");
    }

    @Test
    void whatIsThereAlreadyIsKnownBeforeAnythingIsWritten() throws Exception {
        Files.createDirectories(folder.resolve("Büsy 绊"));
        Path drums = Files.createFile(folder.resolve("Büsy 绊").resolve("drums.wav"));
        viewModel.sampleRateProperty().set(48_000);
        screen.until(() -> viewModel.previewProperty().get() instanceof Preview.Files files
                && files.existing().equals(List.of(drums)));
    }

    @Test
    void nothingChosenIsNothingToExport() {
        viewModel.chosenProperty().set(Set.of());
        assertThat(viewModel.previewProperty().get()).isEqualTo(new Preview.Nothing());
        assertThat(viewModel.start()).isEmpty();
    }

    @Test
    void outputsAreTickedOneByOne() {
        viewModel.chosenProperty().set(Set.of(new Output.Heard()));
        viewModel.choose(new Output.Stem(TestSongs.lane("bass")), true);
        viewModel.choose(new Output.Heard(), false);
        assertThat(viewModel.chosenProperty().get()).containsExactly(new Output.Stem(TestSongs.lane("bass")));
    }

    @Test
    void whatWasExportedLastIsRemembered() {
        viewModel.formatProperty().set(FileFormat.MP3_320);
        viewModel.linkedGainProperty().set(false);
        viewModel.start();
        assertThat(settings.get().export().format()).isEqualTo("mp3-320");
        assertThat(settings.get().export().linkedGain()).isFalse();
        assertThat(settings.get().export().folder()).as("the song's own").isEmpty();
    }
}
