package dev.unbraid.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unbraid.assets.AssetWriter;
import dev.unbraid.audio.AssetId;
import dev.unbraid.audio.AudioSpec;
import dev.unbraid.audio.FrameRange;
import dev.unbraid.audio.NoRoomException;
import dev.unbraid.plugin.JobControl;
import dev.unbraid.project.Edit;
import dev.unbraid.project.Lane;
import dev.unbraid.project.LaneId;
import dev.unbraid.project.Project;
import dev.unbraid.project.ProjectFileException;
import dev.unbraid.project.ProjectView;
import dev.unbraid.project.Song;
import dev.unbraid.project.SongId;
import dev.unbraid.project.Strip;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;

class ProjectStorageTest {
    private static final ProjectView VIEW =
            new ProjectView(123, Optional.of(new FrameRange(1, 2)), Optional.empty());
    private static final String[] FIVE = {
        "Title - bass.wav", "Title - drums.wav", "Title - mix.wav", "Title - other.wav", "Title - vocals.wav"};

    @TempDir
    private Path folder;

    private ExportDesk desk;
    private ProjectStorage storage;
    private Path audio;

    @BeforeEach
    void separate() throws IOException {
        desk = new ExportDesk(folder, 2);
        storage = new ProjectStorage(Files.createDirectory(folder.resolve("p")).resolve("Süng 绊.unbraid"));
        audio = folder.resolve("p/Süng 绊.unbraid-audio");
    }

    private Project save(Project project) throws IOException {
        return storage.save(project, VIEW, desk.store::find, ExportDesk.PATIENT).orElseThrow();
    }

    private AssetId soundOf(LaneId lane) {
        return desk.project().lane(lane).orElseThrow().asset();
    }

    @Test
    void whatIsSavedIsLoadedWithEverySampleOfEveryLane() throws Exception {
        assertThat(save(desk.project())).isEqualTo(desk.project());
        assertThat(Desk.tree(audio)).containsExactly(FIVE);
        assertThat(Desk.tree(storage.file().getParent())).hasSize(7);
        ProjectStorage.Loaded loaded = storage.load();
        assertThat(loaded.project()).isEqualTo(desk.project());
        assertThat(loaded.view()).isEqualTo(VIEW);
        assertThat(loaded.missing()).isEmpty();
        assertThat(loaded.sounds()).hasSize(5).contains(
                new ProjectStorage.StoredSound(soundOf(ExportDesk.VOCALS), audio.resolve("Title - vocals.wav")));
        // Louder than full scale on purpose.
        assertThat(Desk.read(audio.resolve("Title - vocals.wav"))).isDeepEqualTo(ExportDesk.noise(3, 2));
    }

    @Test
    void savingAgainWritesTheDocumentAndLeavesTheSounds() throws Exception {
        save(desk.project());
        Path sound = audio.resolve(FIVE[0]);
        FileTime longAgo = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(sound, longAgo);
        Project quiet = new Edit.SetStrip(ExportDesk.DRUMS, Strip.NEUTRAL.withGainDb(-9)).applyTo(desk.project());
        save(quiet);
        assertThat(Files.getLastModifiedTime(sound)).isEqualTo(longAgo);
        assertThat(storage.load().project()).isEqualTo(quiet);
        assertThat(Desk.tree(audio)).containsExactly(FIVE);
    }

    @Test
    void anotherProjectTakesThePlaceAndOnlyTheSoundsOfTheOldOneGo() throws Exception {
        save(desk.project());
        Files.writeString(audio.resolve("mine.txt"), "mine");
        ExportDesk other = new ExportDesk(folder.resolve("other"), 0.5f);
        storage.save(other.project(), VIEW, other.store::find, ExportDesk.PATIENT).orElseThrow();
        ProjectStorage.Loaded loaded = storage.load();
        assertThat(loaded.project()).isEqualTo(other.project());
        assertThat(Desk.tree(audio)).hasSize(6).contains("mine.txt", "Title (2) - vocals.wav");
        assertThat(Desk.read(loaded.sounds().getLast().file())).isDeepEqualTo(ExportDesk.noise(3, 0.5f));
    }

    @Test
    void aSaveThatFailsLeavesTheOldProject() throws Exception {
        save(desk.project());
        List<String> before = Desk.tree(folder.resolve("p"));
        ExportDesk other = new ExportDesk(folder.resolve("other"), 0.5f);
        int[] calls = new int[1];
        JobControl cancelled = new JobControl() {
            @Override
            public boolean isCancelled() {
                return calls[0] > 3;
            }

            @Override
            public void progress(double done, double total) {
                calls[0]++;
            }
        };
        assertThat(storage.save(other.project(), VIEW, other.store::find, cancelled)).isEmpty();
        assertThat(Desk.tree(folder.resolve("p"))).isEqualTo(before);
        assertThat(storage.load().project()).isEqualTo(desk.project());
    }

    @Test
    void theFirstSaveCancelledLeavesNothing() throws Exception {
        JobControl cancelled = new JobControl() {
            @Override
            public boolean isCancelled() {
                return true;
            }

            @Override
            public void progress(double done, double total) {}
        };
        assertThat(storage.save(desk.project(), VIEW, desk.store::find, cancelled)).isEmpty();
        assertThat(Desk.tree(folder.resolve("p"))).isEmpty();
    }

    @Test
    void aDocumentThatCannotMoveIntoPlaceTakesItsSoundsBack() throws Exception {
        Files.createDirectories(storage.file().resolve("a folder with something in it"));
        assertThatThrownBy(() -> save(desk.project())).isInstanceOf(IOException.class);
        assertThat(audio).doesNotExist();
    }

    @Test
    void aFullDiskIsForeseen() throws Exception {
        try (SmallDisk disk = SmallDisk.ofMegabytes(1, folder)) {
            ProjectStorage small = new ProjectStorage(disk.folder().resolve("a.unbraid"));
            assertThatThrownBy(() -> small.save(desk.project(), VIEW, desk.store::find, ExportDesk.PATIENT))
                    .isInstanceOf(NoRoomException.class).hasMessageContaining("to save a.unbraid");
            assertThat(Desk.tree(disk.folder())).isEmpty();
        }
    }

    @Test
    void aSongInTheMiddleOfSeparatingIsSavedWithoutStems() throws Exception {
        try (AssetWriter writer = desk.store.create(new AudioSpec(ExportDesk.RATE, 2), ExportDesk.FRAMES)) {
            Song song = desk.project().songs().getFirst();
            List<Lane> lanes = song.stems().stream()
                    .map(it -> new Lane(it.id(), it.name(), it.stem(), writer.asset().id(), it.strip(), it.look()))
                    .toList();
            Project growing = new Edit.AddStems(song.id(), lanes, song.recipe().orElseThrow()).applyTo(desk.project());
            Project saved = save(growing);
            assertThat(saved).isEqualTo(new Edit.RemoveStems(song.id()).applyTo(desk.project()));
            assertThat(storage.load().project()).isEqualTo(saved);
            assertThat(Desk.tree(audio)).containsExactly("Title - mix.wav");
        }
    }

    @Test
    void missingSoundsAreNamedAndWhatNeedsThemIsLeftOut() throws Exception {
        save(desk.project());
        Files.delete(audio.resolve("Title - bass.wav"));
        Files.delete(audio.resolve("Title - vocals.wav"));
        ProjectStorage.Loaded loaded = storage.load();
        assertThat(loaded.missing().map(Remark::sentence)).contains("Süng 绊.unbraid lacks Title - bass.wav, Title - vocals.wav in "
                + "Süng 绊.unbraid-audio, so what they belong to was left out; put them back there and open it again.");
        assertThat(loaded.project()).isEqualTo(new Edit.RemoveStems(new SongId("a")).applyTo(desk.project()));
        assertThat(loaded.sounds()).extracting(ProjectStorage.StoredSound::asset)
                .containsExactly(soundOf(new LaneId("a-mix")));
    }

    @Test
    void theSongsOwnFileServesWhereTheMixIsMissing() throws Exception {
        save(desk.project());
        Files.delete(audio.resolve("Title - mix.wav"));
        assertThat(storage.load().sounds().getFirst().file()).isEqualTo(folder.resolve("My söng.wav"));
        Files.delete(folder.resolve("My söng.wav"));
        assertThat(storage.load().project()).isEqualTo(Project.EMPTY);
        assertThat(storage.load().missing().orElseThrow().sentence()).contains("Title - mix.wav");
    }

    @Test
    void aNameThatLeadsOutOfTheFolderIsMissing() throws Exception {
        save(desk.project());
        Files.writeString(storage.file(), Files.readString(storage.file())
                .replace("\"file\": \"Title - vocals.wav\"", "\"file\": \"../../My söng.wav\""));
        assertThat(storage.load().missing()).isPresent();
        save(desk.project());
        assertThat(folder.resolve("My söng.wav")).exists();
    }

    @Test
    void otherFilesAreRefused() throws IOException {
        assertThatThrownBy(storage::load).isInstanceOf(NoSuchFileException.class);
        Desk.wav(storage.file(), 44_100, new float[2][100]);
        assertThatThrownBy(storage::load).isInstanceOf(ProjectFileException.class)
                .hasMessageStartingWith("Süng 绊.unbraid is no project");
    }
}
