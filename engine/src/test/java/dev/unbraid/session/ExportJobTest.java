package dev.unbraid.session;

import static dev.unbraid.session.ExportDesk.DRUMS;
import static dev.unbraid.session.ExportDesk.FRAMES;
import static dev.unbraid.session.ExportDesk.VOCALS;
import static dev.unbraid.session.ExportDesk.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.unbraid.audio.AudioSpec;
import dev.unbraid.audio.FrameRange;
import dev.unbraid.audio.NoRoomException;
import dev.unbraid.codec.AudioFiles;
import dev.unbraid.codec.AudioReader;
import dev.unbraid.codec.OutputFormat;
import dev.unbraid.codec.Tags;
import dev.unbraid.mix.LaneMeter;
import dev.unbraid.mix.MixScene;
import dev.unbraid.mix.MixSource;
import dev.unbraid.plugin.JobControl;
import dev.unbraid.project.Edit;
import dev.unbraid.project.Lane;
import dev.unbraid.project.Project;
import dev.unbraid.project.Strip;
import dev.unbraid.session.ExportWish.Output;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

class ExportJobTest {
    private static final OutputFormat WAV_16 = OutputFormat.named("wav-16").orElseThrow();
    private static final Output.Stem STEM = new Output.Stem(VOCALS);

    @TempDir
    private Path folder;

    private ExportDesk desk;

    @BeforeEach
    void separate() throws IOException {
        desk = new ExportDesk(folder, 0.2f);
    }

    @Test
    void whatIsHeardIsWrittenBitForBit() throws IOException {
        Project mixed = new Edit.All(List.of(
                new Edit.SetStrip(DRUMS, new Strip(-7.3, 0.4, false, false)),
                new Edit.SetStrip(VOCALS, new Strip(2, 0, true, false)))).applyTo(desk.project());
        float[][] heard = new float[2][FRAMES];
        try (MixSource source = new MixSource(
                MixScene.of(mixed.songs().getFirst(), desk.store::find, _ -> new LaneMeter()),
                new FrameRange(0, FRAMES))) {
            source.read(heard, 0, FRAMES);
        }
        List<Path> files = desk.export(desk.wish(Desk.FLOATS, new Output.Heard()), mixed);
        assertThat(files).containsExactly(desk.out.resolve("My söng/mixdown.wav"));
        assertThat(Desk.read(files.getFirst())).isDeepEqualTo(heard);
    }

    @Test
    void aStemIsWrittenWithoutItsStrip() throws IOException {
        Project quiet = new Edit.SetStrip(VOCALS, new Strip(-20, 1, true, false)).applyTo(desk.project());
        List<Path> files = desk.export(desk.wish(Desk.FLOATS, STEM), quiet);
        assertThat(Desk.read(files.getFirst())).isDeepEqualTo(ExportDesk.noise(3, 0.2f));
    }

    @Test
    void allButTheVocalsIsTheSumOfTheOthers() throws IOException {
        float[][] sum = new float[2][FRAMES];
        for (int stem = 0; stem < 3; stem++) {
            ExportDesk.add(sum, ExportDesk.noise(stem, 0.2f));
        }
        List<Path> files = desk.export(desk.wish(Desk.FLOATS, new Output.AllBut(VOCALS), new Output.AllBut(DRUMS)));
        assertThat(files).extracting(it -> it.getFileName().toString())
                .containsExactly("instrumental.wav", "no_drums.wav");
        assertThat(Desk.read(files.getFirst())).isDeepEqualTo(sum);
    }

    @Test
    void onlyTheSelectionIsWrittenWhereThereIsOne() throws IOException {
        ExportWish wish = desk.wish(Desk.FLOATS, STEM);
        float[] all = ExportDesk.noise(3, 0.2f)[0];
        assertThat(Desk.read(desk.export(with(wish, new FrameRange(1000, 1500))).getFirst())[0])
                .containsExactly(Arrays.copyOfRange(all, 1000, 1500));
        ExportWish over = with(with(wish, new FrameRange(-500, 700)), OutputPlace.Existing.OVERWRITE);
        assertThat(Desk.read(desk.export(over).getFirst())[0]).containsExactly(Arrays.copyOf(all, 700));
        assertThatThrownBy(() -> desk.export(with(wish, new FrameRange(FRAMES, FRAMES + 9))))
                .isInstanceOf(OutputRefusedException.class).hasMessageContaining("outside of Title");
    }

    @Test
    void peaksBeyondFullScaleLowerAllFilesByOneGain() throws IOException {
        ExportDesk loud = new ExportDesk(folder.resolve("loud"), 0.9f);
        ExportWish wish = loud.wish(WAV_16, new Output.AllBut(VOCALS), STEM);
        List<Path> files = loud.export(wish);
        float[] rest = Desk.read(files.get(0))[0];
        float[] vocals = Desk.read(files.get(1))[0];
        assertThat(highest(rest)).isBetween(0.99f, 0.99999f);
        // 0.9 of noise and its half taken away leave 1.5 * 0.9 for the rest and -0.5 * 0.9 for the vocals.
        assertThat(highest(vocals)).isCloseTo(highest(rest) / 3, within(1e-3f));
        ExportWish clipped = with(with(wish, new ExportWish.Sound(WAV_16, 0, false)), OutputPlace.Existing.OVERWRITE);
        assertThat(highest(Desk.read(loud.export(clipped).get(1))[0])).isCloseTo(0.45f, within(1e-3f));
    }

    private static float highest(float[] samples) {
        float highest = 0;
        for (float sample : samples) {
            highest = Math.max(highest, Math.abs(sample));
        }
        return highest;
    }

    @Test
    void sixteenBitsAreDitheredDifferentlyInEachFile() throws IOException {
        List<Path> files = desk.export(desk.wish(WAV_16, STEM, STEM));
        assertThat(files.get(1)).hasFileName("vocals (2).wav");
        assertThat(Desk.read(files.get(0))[0]).isNotEqualTo(Desk.read(files.get(1))[0]);
        assertThat(Desk.read(files.get(0))[0][5000]).isCloseTo(ExportDesk.noise(3, 0.2f)[0][5000], within(3f / 32768));
    }

    @ParameterizedTest
    @ValueSource(strings = {"wav-24", "flac-16", "flac-24", "mp3-320"})
    void everyFormatIsWrittenAtEveryRateItHolds(String name) throws IOException {
        OutputFormat format = OutputFormat.named(name).orElseThrow();
        ExportWish wish = with(desk.wish(format, STEM), new ExportWish.Sound(format, 96_000, true));
        try (AudioReader reader = AudioFiles.open(desk.export(wish).getFirst())) {
            int rate = name.startsWith("mp3") ? 48_000 : 96_000;
            assertThat(reader.spec().sampleRate()).isEqualTo(rate);
            assertThat(reader.info().frames()).hasValue(Math.round((double) FRAMES * rate / ExportDesk.RATE));
            assertThat(reader.info().tags()).isEqualTo(new Tags(
                    Optional.of("Title"), Optional.of("Ärtist"), Optional.empty(), Optional.of("1999")));
        }
    }

    @Test
    void whatIsThereIsWrittenOverOnlyWhenAsked() throws IOException {
        ExportWish wish = desk.wish(Desk.FLOATS, new Output.Stem(DRUMS), STEM);
        Path there = ExportTargets.of(wish, desk.project()).get(1);
        Files.createDirectories(there.getParent());
        Files.writeString(there, "mine");
        assertThatThrownBy(() -> desk.export(wish))
                .isInstanceOf(OutputRefusedException.class).hasMessageContaining("already there");
        assertThat(Desk.tree(desk.out)).containsExactly("My söng", "My söng/vocals.wav");
        assertThat(desk.export(with(wish, OutputPlace.Existing.SKIP))).extracting(Path::getFileName)
                .containsExactly(Path.of("drums.wav"));
        assertThat(there).hasContent("mine");
        desk.export(with(wish, OutputPlace.Existing.OVERWRITE));
        assertThat(Files.size(there)).isGreaterThan(FRAMES);
    }

    @Test
    void theSongItselfIsNeverWrittenOver() {
        ExportWish wish = with(desk.wish(Desk.FLOATS, STEM), new ExportWish.Place(
                folder, "My söng.wav", OutputPlace.Existing.OVERWRITE));
        assertThatThrownBy(() -> desk.export(wish)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lacks {stem}");
        Project renamed = new Edit.RenameLane(VOCALS, "My söng").applyTo(desk.project());
        ExportWish named = with(wish, new ExportWish.Place(folder, "{stem}.{ext}", OutputPlace.Existing.OVERWRITE));
        assertThatThrownBy(() -> desk.export(named, renamed))
                .isInstanceOf(OutputRefusedException.class).hasMessageContaining("is the input itself");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, 0.8})
    void cancellingLeavesNothing(double when) throws IOException {
        AtomicBoolean cancelled = new AtomicBoolean(when == 0);
        JobControl control = new JobControl() {
            @Override
            public boolean isCancelled() {
                return cancelled.get();
            }

            @Override
            public void progress(double done, double total) {
                assertThat(done).isLessThanOrEqualTo(total);
                cancelled.set(done >= when * total);
            }
        };
        ExportWish wish = desk.wish(WAV_16, new Output.Heard(), STEM);
        assertThat(new ExportJob(wish, desk.project(), desk.store::find).run(control)).isEmpty();
        assertThat(desk.out).doesNotExist();
    }

    @Test
    void theProgressEndsAtItsTotal() throws IOException {
        double[] last = new double[2];
        JobControl control = new JobControl() {
            @Override
            public boolean isCancelled() {
                return false;
            }

            @Override
            public void progress(double done, double total) {
                assertThat(done).isGreaterThan(last[0]);
                last[0] = done;
                last[1] = total;
            }
        };
        ExportWish wish = desk.wish(WAV_16, new Output.Heard(), STEM);
        new ExportJob(with(wish, new ExportWish.Sound(WAV_16, 48_000, true)), desk.project(), desk.store::find)
                .run(control);
        assertThat(last[0]).isEqualTo(last[1]);
    }

    @Test
    void aFullDiskIsForeseen() throws Exception {
        try (SmallDisk disk = SmallDisk.ofMegabytes(1, folder)) {
            disk.fill();
            ExportWish wish = with(desk.wish(Desk.FLOATS, STEM), new ExportWish.Place(
                    disk.folder(), NameTemplate.DEFAULT.pattern(), OutputPlace.Existing.REFUSE));
            assertThatThrownBy(() -> desk.export(wish))
                    .isInstanceOf(NoRoomException.class).hasMessageContaining("to export Title");
        }
    }

    @Test
    void aFileWhereTheFolderShouldBeIsNamed() throws IOException {
        Files.writeString(desk.out, "");
        assertThatThrownBy(() -> desk.export(desk.wish(Desk.FLOATS, STEM)))
                .isInstanceOf(OutputRefusedException.class).hasMessageContaining("where a folder is needed");
    }

    @Test
    void halfAStemIsRefusedButWhatIsThereOfItIsNot() throws IOException {
        try (var writer = desk.store.create(new AudioSpec(ExportDesk.RATE, 2), FRAMES)) {
            writer.write(0, new float[2][1000], 0, 1000);
            var song = desk.project().songs().getFirst();
            var lanes = song.stems().stream()
                    .map(it -> it.id().equals(DRUMS)
                            ? new Lane(it.id(), it.name(), it.stem(), writer.asset().id(), it.strip(), it.look())
                            : it)
                    .toList();
            Project growing = new Edit.AddStems(song.id(), lanes, song.recipe().orElseThrow()).applyTo(desk.project());
            ExportWish wish = desk.wish(Desk.FLOATS, new Output.Stem(DRUMS));
            assertThatThrownBy(() -> desk.export(wish, growing))
                    .isInstanceOf(OutputRefusedException.class).hasMessageContaining("drums of Title is not there to its end");
            assertThat(desk.export(with(wish, new FrameRange(0, 1000)), growing)).hasSize(1);
        }
    }

    @Test
    void namesAreToldBeforehand() {
        Project renamed = new Edit.All(List.of(
                new Edit.RenameLane(VOCALS, "Lead / 人声"), new Edit.RenameLane(DRUMS, "DRUMS"))).applyTo(desk.project());
        ExportWish wish = with(
                desk.wish(OutputFormat.MP3_320, STEM, new Output.Stem(DRUMS), new Output.Heard(), STEM),
                new ExportWish.Place(folder, "{artist} - {title}/{stem} ({model}).{ext}", OutputPlace.Existing.REFUSE));
        assertThat(ExportTargets.of(wish, renamed)).extracting(it -> folder.relativize(it).toString()).containsExactly(
                "Ärtist - Title/Lead _ 人声 (htdemucs).mp3", "Ärtist - Title/drums (htdemucs).mp3",
                "Ärtist - Title/mixdown (htdemucs).mp3", "Ärtist - Title/Lead _ 人声 (2) (htdemucs).mp3");
    }
}
