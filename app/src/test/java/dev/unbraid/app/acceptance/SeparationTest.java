package dev.unbraid.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.unbraid.assets.AudioAsset;
import dev.unbraid.audio.FrameRange;
import dev.unbraid.project.Lane;
import dev.unbraid.project.Song;
import dev.unbraid.session.Job;
import dev.unbraid.session.JobState;
import dev.unbraid.settings.Settings;
import dev.unbraid.settings.UserFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.css.PseudoClass;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;

/// A song taken apart in the window.
@NeedsDisplay
class SeparationTest {
    private static final String SEPARATE = ".ub-split-main";

    @TempDir
    Path folder;

    @Test
    void stemsAreThereAtOnceAndFillInWhileTheSongPlays() throws Exception {
        Path file = Sounds.noise(folder.resolve("song.wav"), 4);
        Miniature network = Miniature.stepwise();
        try (WindowUnderTest window = WindowUnderTest.open(Home.in(folder.resolve("home")).engine(network), file)) {
            window.awaitSongs(1);
            Song before = window.song();
            window.press(KeyCode.SPACE);
            Screen.until("it plays", () -> window.desk().playback().playingProperty().get());
            separate(window);
            assertThat(window.song().stems()).extracting(Lane::stem).isEqualTo(Miniature.STEMS);
            AudioAsset drums = window.sound(window.stem("drums"));
            assertThat(drums.isComplete()).isFalse();
            assertThat(window.song().stems()).allMatch(window::shows);
            network.let(2);
            Screen.until("what is played is there", () -> drums.settled().end() > 0);
            FrameRange filled = drums.settled().ranges().getFirst();
            assertThat(filled.length()).isLessThan(drums.frames());
            assertThat(Screen.ask(() -> window.desk().playback().playingProperty().get())).isTrue();
            assertThat(window.jobs().getFirst().state()).isInstanceOf(JobState.Running.class);
            float[][] early = new float[2][(int) filled.length()];
            drums.read(filled.start(), early, 0, early[0].length);
            network.letAll();
            assertThat(window.awaitEnd(Job.Kind.SEPARATION).state()).isEqualTo(new JobState.Done());
            float[][] whole = Sounds.read(drums);
            assertThat(early[0]).as("what was there early stays").isEqualTo(Arrays.copyOfRange(whole[0], (int) filled.start(), (int) filled.end()));
            assertThatStemsAreFractions(window, Sounds.read(file));
            window.press(KeyCode.CONTROL, KeyCode.Z);
            assertThat(window.song()).as("one step takes the stems away").isEqualTo(before);
        }
    }

    private static void assertThatStemsAreFractions(WindowUnderTest window, float[][] mix) throws Exception {
        for (int stem = 0; stem < Miniature.STEMS.size(); stem++) {
            float[][] sound = Sounds.read(window.sound(window.stem(Miniature.STEMS.get(stem))));
            assertThat(sound[1]).hasSameSizeAs(mix[1]);
            for (int i = 0; i < mix[1].length; i += 997) {
                assertThat(sound[1][i]).isCloseTo(Miniature.FRACTIONS[stem] * mix[1][i], within(1e-4f));
            }
        }
    }

    @Test
    void whileNoSegmentComesTheTimelineIsNotLaidOut() throws Exception {
        Path file = Sounds.noise(folder.resolve("song.wav"), 4);
        Miniature network = Miniature.stepwise();
        try (WindowUnderTest window = WindowUnderTest.open(Home.in(folder.resolve("home")).engine(network), file)) {
            window.awaitSongs(1);
            separate(window);
            network.let(2);
            AudioAsset drums = window.sound(window.stem("drums"));
            Screen.until("its beginning is there", () -> drums.settled().end() > 0);
            window.awaitText("after 0:00");
            Scene scene = window.stage().getScene();
            Parent timeline = (Parent) scene.lookup("#timeline");
            AtomicInteger frames = new AtomicInteger();
            AtomicInteger laidOut = new AtomicInteger();
            Screen.tell(() -> scene.addPreLayoutPulseListener(() -> {
                frames.incrementAndGet();
                if (timeline.isNeedsLayout()) {
                    laidOut.incrementAndGet();
                }
            }));
            Screen.until("some frames are over", () -> frames.get() > 30);
            network.letAll();
            assertThat(laidOut.get()).isLessThan(frames.get() / 3);
            assertThat(window.awaitEnd(Job.Kind.SEPARATION).state()).isEqualTo(new JobState.Done());
        }
    }

    @Test
    void aCancelledSeparationLeavesNoLanesAndNoFiles() throws Exception {
        Path file = Sounds.noise(folder.resolve("song.wav"), 4);
        Miniature network = Miniature.stepwise();
        Home home = Home.in(folder.resolve("home"));
        try (WindowUnderTest window = WindowUnderTest.open(home.engine(network), file)) {
            window.awaitSongs(1);
            List<String> before = sounds(home);
            Song song = window.song();
            separate(window);
            network.let(2);
            AudioAsset drums = window.sound(window.stem("drums"));
            Screen.until("its beginning is there", () -> drums.coverage().end() > 0);
            window.click(".ub-job-status");
            window.clickNamed("Cancel");
            network.letAll();
            assertThat(window.awaitEnd(Job.Kind.SEPARATION).state()).isEqualTo(new JobState.Cancelled());
            Screen.until("no stems", () -> window.session().project().activeSong().equals(java.util.Optional.of(song)));
            Screen.until("no files", () -> sounds(home).equals(before));
            assertThat(window.sentences()).isEmpty();
            assertThat(home.folders().cache().resolve("stems")).satisfiesAnyOf(
                    it -> assertThat(it).doesNotExist(), it -> assertThat(it).isEmptyDirectory());
        }
    }

    private static List<String> sounds(Home home) throws Exception {
        return home.sessionFiles().stream().filter(it -> it.endsWith(".pcm") || it.endsWith(".wav") || it.contains("work")).toList();
    }

    @Test
    void aMissingModelIsOfferedWithItsSizeAndLicence() throws Exception {
        Path file = Sounds.noise(folder.resolve("song.wav"), 1);
        Home home = Home.in(folder.resolve("home")).prefer(it ->
                it.withSeparation(new Settings.Separation("htdemucs", List.of(), 0, "cpu", 20)));
        try (WindowUnderTest window = WindowUnderTest.open(home.engine(new Catalogue(home.engine())), file)) {
            window.awaitSongs(1);
            window.awaitNamed(SEPARATE, "htdemucs");
            window.click(SEPARATE);
            window.awaitText("htdemucs is not installed yet");
            assertThat(window.texts()).anyMatch(it -> it.matches("htdemucs is not installed yet.* [0-9.,]+ MB .*"));
            assertThat(window.reads("Install and separate")).isTrue();
            window.clickText("Show its licence");
            assertThat(window.reads("research and personal use")).isTrue();
            assertThat(window.song().stems()).isEmpty();
        }
    }

    @Test
    void theRealNetworkTakesASongApart() throws Exception {
        Path models = UserFolders.ofThisProcess().data().resolve("models");
        assumeThat(models.resolve("htdemucs").resolve("model.json"))
                .as("the real weights are not here: ./unbraid models install htdemucs brings them").exists();
        Home home = Home.in(folder.resolve("home")).prefer(it ->
                it.withSeparation(new Settings.Separation("htdemucs", List.of(), 0, "cpu", 20)));
        Files.createDirectories(home.folders().data());
        Files.createSymbolicLink(home.folders().data().resolve("models"), models.toAbsolutePath());
        Files.createDirectories(home.folders().cache());
        Path natives = UserFolders.ofThisProcess().cache().resolve("natives");
        if (Files.isDirectory(natives)) {
            Files.createSymbolicLink(home.folders().cache().resolve("natives"), natives.toAbsolutePath());
        }
        Path file = Sounds.toneBetweenSilences(folder.resolve("song.wav"));
        try (WindowUnderTest window = WindowUnderTest.open(home.engine(), file)) {
            window.awaitSongs(1);
            separate(window);
            assertThat(window.awaitEnd(Job.Kind.SEPARATION).state()).isEqualTo(new JobState.Done());
            assertThat(window.song().stems()).extracting(Lane::stem).containsExactly("drums", "bass", "other", "vocals");
            float[][] mix = Sounds.read(file);
            float[] sum = new float[mix[0].length];
            for (Lane stem : window.song().stems()) {
                float[] left = Sounds.read(window.sound(stem))[0];
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += left[i];
                }
            }
            double missed = 0;
            double all = 0;
            for (int i = 0; i < sum.length; i++) {
                missed += Math.pow(mix[0][i] - sum[i], 2);
                all += Math.pow(mix[0][i], 2);
            }
            assertThat(missed / all).as("what the stems do not add up to").isLessThan(0.1);
        }
    }

    /// Waits until it can, then presses the button and sees the lanes come.
    static void separate(WindowUnderTest window) throws InterruptedException {
        Screen.until("it can be separated", () -> !window.stage().getScene().lookup(SEPARATE).getParent()
                .getPseudoClassStates().contains(PseudoClass.getPseudoClass("blocked")));
        window.click(SEPARATE);
        Screen.until("stems are there", () -> window.session().project().activeSong().orElseThrow().stems().size() == 4);
        window.settle();
    }
}
