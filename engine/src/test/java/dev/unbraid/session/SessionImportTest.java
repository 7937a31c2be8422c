package dev.unbraid.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.audio.AssetId;
import dev.unbraid.audio.AudioSpec;
import dev.unbraid.codec.Tags;
import dev.unbraid.codec.UnreadableAudioException;
import dev.unbraid.overview.PeakColumns;
import dev.unbraid.project.Edit;
import dev.unbraid.project.LaneLook;
import dev.unbraid.project.LaneView;
import dev.unbraid.project.Project;
import dev.unbraid.project.Song;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

class SessionImportTest {
    @TempDir
    Path folder;

    private OwnedSession desk;

    @BeforeEach
    void open() throws Exception {
        desk = OwnedSession.in(folder.resolve("session"), new ToySeparators(Desk.model(0.25f, 0.75f)));
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    private Song imported(Path file) throws Exception {
        assertThat(desk.end(desk.ask(it -> it.open(file)))).isEqualTo(new JobState.Done());
        return desk.project().songs().getLast();
    }

    @Test
    void aSongArrivesFrameByFrame() throws Exception {
        float[][] mix = Desk.noise(2, 300_000, 0.5f);
        Song song = imported(Desk.wav(folder.resolve("Größe 绊.wav"), 48_000, mix));
        assertThat(song.title()).isEqualTo("Größe 绊");
        assertThat(song.source().format()).isEqualTo("WAV");
        assertThat(song.source().spec()).isEqualTo(new AudioSpec(48_000, 2));
        assertThat(song.source().path()).isEqualTo(folder.resolve("Größe 绊.wav").toString());
        assertThat(song.mix().look()).isEqualTo(new LaneLook(LaneView.WAVEFORM, 104, "#c9d1e3"));
        assertThat(desk.sound(song.mix().asset())).isDeepEqualTo(mix);
        assertThat(desk.project().active()).contains(song.id());
    }

    @Test
    void theWaveformComesWithTheSound() throws Exception {
        Song song = imported(Desk.wav(folder.resolve("a.wav"), 44_100, Desk.constant(1, 100_000, 0.25f)));
        PeakColumns columns = PeakColumns.of(10);
        desk.ask(it -> it.waveform(song.mix().asset())).orElseThrow().read(0, 0, 10_000, columns);
        assertThat(columns.max()[5]).isCloseTo(0.25f, org.assertj.core.api.Assertions.within(0.01f));
    }

    @Test
    void aTaggedTitleGoesBeforeTheFilesName() throws Exception {
        Tags tags = new Tags(Optional.of("Kizuna 绊"), Optional.empty(), Optional.empty(), Optional.empty());
        Path file = Desk.wav(folder.resolve("01.wav"), 44_100, Desk.noise(2, 5_000, 0.5f), tags);
        assertThat(imported(file).title()).isEqualTo("Kizuna 绊");
    }

    @Test
    void ofManyChannelsTheFirstTwoAreKeptAndThatIsSaid() throws Exception {
        float[][] six = Desk.noise(6, 5_000, 0.5f);
        Path file = Desk.wav(folder.resolve("six.wav"), 44_100, six);
        Job job = desk.ask(it -> it.open(file));
        desk.end(job);
        float[][] kept = desk.sound(desk.project().songs().getFirst().mix().asset());
        assertThat(kept).isDeepEqualTo(new float[][] {six[0], six[1]});
        assertThat(job.warnings()).containsExactly(new Remark.FewerChannels(6, 2));
    }

    @Test
    void aFileThatIsNoSoundFailsAndLeavesNoLane() throws Exception {
        Path file = Files.writeString(folder.resolve("notes.txt"), "la la la");
        Job job = desk.ask(it -> it.open(file));
        assertThat(desk.end(job)).isInstanceOfSatisfying(JobState.Failed.class,
                failed -> assertThat(failed.cause()).isInstanceOf(UnreadableAudioException.class));
        assertThat(desk.project()).isEqualTo(Project.EMPTY);
        assertThat(desk.ask(Session::toUndo)).isEmpty();
    }

    @Test
    void cancellingTakesTheLaneAndItsSoundAway() throws Exception {
        Path file = Desk.wav(folder.resolve("long.wav"), 44_100, Desk.noise(2, 1_000_000, 0.5f), 12);
        Job job = desk.ask(it -> it.open(file));
        desk.until(it -> !it.project().songs().isEmpty());
        AssetId sound = desk.project().songs().getFirst().mix().asset();
        desk.tell(_ -> job.cancel());
        assertThat(desk.end(job)).isEqualTo(new JobState.Cancelled());
        assertThat(desk.project()).isEqualTo(Project.EMPTY);
        assertThat(desk.ask(Session::toUndo)).isEmpty();
        assertThat((Object) desk.ask(it -> it.sound(sound))).isEqualTo(Optional.empty());
        assertThat(Desk.tree(folder.resolve("session/sounds"))).isEmpty();
    }

    @Test
    void manyFilesKeepTheirOrder() throws Exception {
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            files.add(Desk.wav(folder.resolve(i + ".wav"), 44_100, Desk.noise(2, 300_000 - 50_000 * i, 0.5f)));
        }
        List<Job> jobs = desk.ask(it -> files.stream().map(it::open).toList());
        for (Job job : jobs) {
            desk.end(job);
        }
        assertThat(desk.project().songs()).extracting(Song::title).containsExactly("0", "1", "2", "3", "4", "5");
    }

    @Test
    void undoTakesTheSongAwayAndRedoBringsItBackWithItsSound() throws Exception {
        float[][] mix = Desk.noise(2, 5_000, 0.5f);
        Song song = imported(Desk.wav(folder.resolve("a.wav"), 44_100, mix));
        desk.tell(Session::undo);
        assertThat(desk.project()).isEqualTo(Project.EMPTY);
        desk.tell(Session::redo);
        assertThat(desk.project().songs()).containsExactly(song);
        assertThat(desk.sound(song.mix().asset())).isDeepEqualTo(mix);
    }

    @Test
    void aFailedImportCanBeTriedAgain() throws Exception {
        Path file = Files.writeString(folder.resolve("a.wav"), "not yet");
        Job job = desk.ask(it -> it.open(file));
        desk.end(job);
        Desk.wav(file, 44_100, Desk.noise(2, 5_000, 0.5f));
        Job second = desk.ask(it -> it.retry(job));
        assertThat(desk.end(second)).isEqualTo(new JobState.Done());
        assertThat(desk.ask(Session::jobs)).containsExactly(second);
        desk.tell(it -> it.dismiss(second));
        assertThat(desk.ask(Session::jobs)).isEmpty();
    }

    @Test
    void editsAfterACancelledImportStay() throws Exception {
        Song first = imported(Desk.wav(folder.resolve("a.wav"), 44_100, Desk.noise(2, 5_000, 0.5f)));
        Path file = Desk.wav(folder.resolve("long.wav"), 44_100, Desk.noise(2, 1_000_000, 0.5f), 12);
        Job job = desk.ask(it -> it.open(file));
        desk.until(it -> it.project().songs().size() == 2);
        desk.tell(it -> it.edit(new Edit.RenameSong(first.id(), "other")));
        desk.tell(_ -> job.cancel());
        desk.end(job);
        assertThat(desk.project().songs()).extracting(Song::title).containsExactly("other");
        desk.tell(Session::undo);
        assertThat(desk.project().songs()).extracting(Song::title).containsExactly("a");
    }
}
