package dev.unbraid.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.session.Job;
import dev.unbraid.session.JobState;
import dev.unbraid.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.input.KeyCode;

/// What the window plays, recorded from behind a real sound server, beside what it exports.
@NeedsDisplay
class HeardTest {
    private static final String ALL = "all";
    private static final String MUTED = "without the drums";
    private static final String SOLOED = "vocals alone";
    private static final int SECONDS = 8;
    /// Of mute and solo, 5 ms.
    private static final int RAMP = 221;

    @TempDir
    Path folder;

    @Test
    void muteAndSoloAreHeardAsTheyAreExportedToTheBit() throws Exception {
        try (SoundServer server = SoundServer.start(folder)) {
            OwnProcess listener = OwnProcess.start(Listener.class, folder, server.environment());
            listener.outcome();
            Thread.sleep(300);
            float[][] recorded = server.recorded();
            for (int side = 0; side < 2; side++) {
                float[] all = exported(folder, ALL)[side];
                float[] muted = exported(folder, MUTED)[side];
                float[] soloed = exported(folder, SOLOED)[side];
                float[] heard = from(recorded[side], all);
                int mute = same(heard, all, 0);
                assertThat(mute).as("frame of mute").isBetween(Sounds.RATE, SECONDS * Sounds.RATE);
                int solo = mute + RAMP + same(heard, muted, mute + RAMP);
                assertThat(solo).as("frame of solo").isBetween(3 * Sounds.RATE, SECONDS * Sounds.RATE);
                assertThat(solo + RAMP + same(heard, soloed, solo + RAMP)).isEqualTo(SECONDS * Sounds.RATE);
            }
            assertThat(listener.complaints()).isEmpty();
        }
    }

    private static float[][] exported(Path folder, String name) throws Exception {
        float[][] planes = Sounds.read(theFileIn(folder.resolve(name)));
        for (float[] plane : planes) {
            for (int i = 0; i < plane.length; i++) {
                plane[i] = onTheWire(plane[i]);
            }
        }
        return planes;
    }

    private static Path theFileIn(Path folder) throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(1);
            return all.getFirst();
        }
    }

    /// A sound line takes whole numbers of 32 bits, so that of the quietest samples' digits the last are not heard.
    private static float onTheWire(float sample) {
        return (float) (Math.rint(sample * 0x1p31) * 0x1p-31) + 0f;
    }

    /// What was recorded, from the song's first frame on.
    private static float[] from(float[] recorded, float[] song) {
        for (int i = 0; i + song.length <= recorded.length; i++) {
            if (recorded[i] == song[0] && recorded[i + 1] == song[1] && recorded[i + 2] == song[2]) {
                return Arrays.copyOfRange(recorded, i, i + song.length);
            }
        }
        throw new AssertionError("the song's beginning is not among %d frames".formatted(recorded.length));
    }

    /// How many frames from `start` on are the same.
    private static int same(float[] heard, float[] expected, int start) {
        int differs = Arrays.mismatch(heard, start, heard.length, expected, start, expected.length);
        return differs < 0 ? heard.length - start : differs;
    }

    /// Plays a song, mutes and soloes with the mouse, and exports how it sounded each time.
    static final class Listener {
        private Listener() {}

        public static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[0]);
            Home home = Home.in(folder.resolve("home")).with(new Settings.Sound("", 8192));
            Path song = Sounds.noise(folder.resolve("song.wav"), SECONDS);
            try (WindowUnderTest window = WindowUnderTest.open(home.engine(Miniature.swift()), song)) {
                window.awaitSongs(1);
                SeparationTest.separate(window);
                window.awaitEnd(Job.Kind.SEPARATION);
                window.press(KeyCode.SPACE);
                reach(window, 1.2);
                window.click(WindowUnderTest.laneQuery(window.stem("drums")) + " .ub-mute");
                reach(window, 3.2);
                window.click(WindowUnderTest.laneQuery(window.stem("vocals")) + " .ub-solo");
                Screen.until("it is over", () -> !window.desk().playback().transport().isPlaying());
                export(window, folder, SOLOED);
                window.press(KeyCode.CONTROL, KeyCode.Z);
                export(window, folder, MUTED);
                window.press(KeyCode.CONTROL, KeyCode.Z);
                export(window, folder, ALL);
            }
            System.exit(0);
        }

        private static void reach(WindowUnderTest window, double second) throws InterruptedException {
            Screen.until(second + " s are played", () ->
                    window.desk().playback().transport().positionFrame() > second * Sounds.RATE);
        }

        private static void export(WindowUnderTest window, Path folder, String name) throws Exception {
            long before = window.jobs().stream().filter(it -> it.kind() == Job.Kind.EXPORT).count();
            Screen.tell(() -> window.desk().settings().set(window.desk().settings().get().withExport(new Settings.Export(
                    "wav-32f", 0, "{stem}.{ext}", folder.resolve(name).toString(), false, false))));
            window.press(KeyCode.CONTROL, KeyCode.E);
            window.awaitText("What I hear");
            window.focusNewest();
            window.clickText("What I hear");
            window.click(".ub-dialog-bar .ub-primary");
            Screen.until("it is exported", () -> window.session().jobs().stream()
                    .filter(it -> it.kind() == Job.Kind.EXPORT && it.state().isOver()).count() > before);
            assertThat(window.awaitEnd(Job.Kind.EXPORT).state()).isEqualTo(new JobState.Done());
            window.focusNewest();
        }
    }
}
