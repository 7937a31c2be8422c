package dev.unbraid.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.project.Edit;
import dev.unbraid.project.Lane;
import dev.unbraid.session.Job;
import dev.unbraid.session.JobState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

@NeedsDisplay
class CrashTest {
    private static final String READY = "ready";
    private static final String TITLE = "Nie gesichert 绊";

    @TempDir
    Path folder;

    @Test
    void whatAKilledWindowHeldComesBackAtTheNextStart() throws Exception {
        OwnProcess victim = OwnProcess.start(Victim.class, folder, Map.of());
        try (BufferedReader words = victim.process().inputReader()) {
            assertThat(words.readLine()).as("%s", Files.readString(victim.errors())).isEqualTo(READY);
        } finally {
            victim.process().destroyForcibly().waitFor();
        }
        Home home = new Home(folder.resolve("home"));
        try (WindowUnderTest window = WindowUnderTest.open(home.engine(Miniature.swift()))) {
            window.awaitText("Bring back your work?");
            assertThat(window.reads(TITLE)).isTrue();
            window.clickText("Bring it back");
            Screen.until("the song is back", () -> window.session().project().activeSong().isPresent());
            assertThat(window.awaitEnd(Job.Kind.LOAD).state()).isEqualTo(new JobState.Done());
            assertThat(window.song().title()).isEqualTo(TITLE);
            assertThat(window.song().stems()).extracting(Lane::stem).isEqualTo(Miniature.STEMS);
            assertThat(Sounds.read(window.sound(window.song().mix())))
                    .isDeepEqualTo(Sounds.read(folder.resolve("song.wav")));
            assertThat(window.sound(window.stem("vocals")).isComplete()).isTrue();
            assertThat(window.sentences()).isEmpty();
        }
        try (WindowUnderTest window = WindowUnderTest.open(home.engine(Miniature.swift()))) {
            window.awaitText("Drop a song here");
            assertThat(window.reads("Bring back your work?")).isFalse();
        }
    }

    /// Takes a song apart, renames it, and waits for its end.
    static final class Victim {
        private Victim() {}

        public static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[0]);
            Home home = Home.in(folder.resolve("home"));
            Path file = Sounds.noise(folder.resolve("song.wav"), 2);
            WindowUnderTest window = WindowUnderTest.open(home.engine(Miniature.swift()), file);
            window.awaitSongs(1);
            SeparationTest.separate(window);
            window.awaitEnd(Job.Kind.SEPARATION);
            Screen.tell(() -> window.session().edit(
                    new Edit.RenameSong(window.session().project().active().orElseThrow(), TITLE)));
            Screen.until("it is kept", () -> isKept(home));
            System.out.println(READY);
            System.in.read();
        }

        private static boolean isKept(Home home) throws Exception {
            try (Stream<Path> tree = Files.walk(home.folders().cache().resolve("sessions"))) {
                for (Path document : tree.filter(it -> it.endsWith("document.unbraid")).toList()) {
                    if (Files.readString(document).contains(TITLE)) {
                        return true;
                    }
                }
                return false;
            }
        }
    }
}
