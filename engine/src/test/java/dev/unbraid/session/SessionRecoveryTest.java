package dev.unbraid.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.unbraid.audio.AssetId;
import dev.unbraid.project.Edit;
import dev.unbraid.project.Lane;
import dev.unbraid.project.Project;
import dev.unbraid.project.Song;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

@Timeout(120)
class SessionRecoveryTest {
    @TempDir
    Path folder;

    private OwnedSession open(String name) throws Exception {
        return OwnedSession.in(
                folder.resolve("sessions").resolve(name), new ToySeparators(Desk.model(0.25f, 0.75f)));
    }

    private List<Recoverable> left() throws Exception {
        return Recoverable.in(folder.resolve("sessions"), Set.of(folder.resolve("sessions/mine")));
    }

    private void crash(Path song) throws Exception {
        end(song, Process::destroyForcibly);
    }

    /// @return the exit code
    private int end(Path song, Consumer<Process> how) throws Exception {
        return end(CrashingDesk.class, how, song.toString());
    }

    private int end(Class<?> desk, Consumer<Process> how, String... songs) throws Exception {
        Process process = start(desk, songs);
        try (BufferedReader words = process.inputReader()) {
            assertThat(words.readLine()).isEqualTo(CrashingDesk.READY);
            assertThat(left()).as("it lives").isEmpty();
            how.accept(process);
            return process.waitFor();
        }
    }

    private Process start(Class<?> desk, String... songs) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(), "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("java.class.path"), desk.getName(),
                folder.resolve("sessions/crashed").toString()));
        command.addAll(List.of(songs));
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    @Test
    void whatAKilledProcessHadOpenComesBackWithItsSound() throws Exception {
        float[][] mix = Desk.noise(2, 400_000, 0.5f);
        crash(Desk.wav(folder.resolve("song.wav"), 48_000, mix));
        List<Recoverable> left = left();
        assertThat(left).hasSize(1);
        assertThat(left.getFirst().titles()).containsExactly(CrashingDesk.TITLE);
        try (OwnedSession desk = open("mine")) {
            Job job = desk.ask(it -> it.recover(left.getFirst()));
            assertThat(desk.end(job)).isEqualTo(new JobState.Done());
            assertThat(job.warnings()).isEmpty();
            Song song = desk.project().songs().getFirst();
            assertThat(song.title()).isEqualTo(CrashingDesk.TITLE);
            assertThat(desk.sound(song.mix().asset())).isDeepEqualTo(mix);
            assertThat(song.stems()).extracting(Lane::stem).containsExactly("stem0.25", "stem0.75");
            assertThat(desk.sound(song.stems().getFirst().asset())[0]).hasSize(400_000);
            assertThat((Object) desk.ask(it -> it.waveform(song.mix().asset()).isPresent())).isEqualTo(true);
            assertThat(desk.ask(Session::isModified)).isTrue();
            assertThat(left()).isEmpty();
            awaitGone(folder.resolve("sessions/crashed"));
            assertThat(SessionFolder.document(folder.resolve("sessions/mine"))).exists();
            String hash = song.recipe().orElseThrow().inputSha256();
            desk.end(desk.ask(it -> it.separate(new SeparateWish(song.id(), "toy", List.of(), 0, "cpu"))));
            assertThat(desk.project().songs().getFirst().recipe().orElseThrow().inputSha256()).isEqualTo(hash);
        }
    }

    private static void awaitGone(Path folder) throws InterruptedException {
        while (Files.exists(folder)) {
            Thread.sleep(10);
        }
    }

    @Test
    void aCrashRightAfterRecoveringLosesNothing() throws Exception {
        float[][] mix = Desk.noise(2, 400_000, 0.5f);
        crash(Desk.wav(folder.resolve("song.wav"), 44_100, mix));
        assertThat(start(CrashingRecovery.class).waitFor()).isEqualTo(CrashingRecovery.CRASHED);
        List<Recoverable> left = left();
        assertThat(left).hasSize(1);
        try (OwnedSession desk = open("mine")) {
            Job job = desk.ask(it -> it.recover(left.getFirst()));
            assertThat(desk.end(job)).isEqualTo(new JobState.Done());
            assertThat(job.warnings()).isEmpty();
            Song song = desk.project().songs().getFirst();
            assertThat(song.title()).isEqualTo(CrashingDesk.TITLE);
            assertThat(desk.sound(song.mix().asset())).isDeepEqualTo(mix);
            assertThat(song.stems()).hasSize(2);
        }
    }

    @Test
    void whatWasBeingSeparatedOrWaitedForItGoesOn() throws Exception {
        float[][] mix = Desk.noise(2, 100_000, 0.5f);
        Path first = Desk.wav(folder.resolve("first.wav"), 44_100, mix);
        Path second = Desk.wav(folder.resolve("second.wav"), 44_100, Desk.noise(2, 50_000, 0.5f));
        end(CrashingSeparation.class, Process::destroyForcibly, first.toString(), second.toString());
        Recoverable left = left().getFirst();
        assertThat(left.goesOn()).isTrue();
        try (OwnedSession desk = open("mine")) {
            Job recovery = desk.ask(it -> it.recover(left));
            assertThat(desk.end(recovery)).isEqualTo(new JobState.Done());
            assertThat(recovery.warnings()).as("what is separated again is not lost").isEmpty();
            List<Job> separations = desk.ask(Session::jobs).stream()
                    .filter(it -> it.kind() == Job.Kind.SEPARATION).toList();
            // Whichever is ready first begins.
            assertThat(separations).extracting(Job::subject).containsExactlyInAnyOrder("first", "second");
            for (Job job : separations) {
                assertThat(desk.end(job)).isEqualTo(new JobState.Done());
            }
            assertThat(desk.project().songs()).hasSize(2).allSatisfy(song ->
                    assertThat(song.stems()).extracting(Lane::stem).containsExactly("stem0.25", "stem0.75"));
            List<Lane> stems = desk.project().songs().getFirst().stems();
            assertThat(stems).extracting(it -> it.strip().muted()).containsExactly(true, false);
            float[][] whole = desk.sound(stems.getLast().asset());
            for (int i = 0; i < mix[0].length; i++) {
                assertThat(whole[0][i]).isCloseTo(0.75f * mix[0][i], within(1e-5f));
            }
        }
    }

    @Test
    void aDamagedListOfSeparationsCostsNothingElse() throws Exception {
        crash(Desk.wav(folder.resolve("song.wav"), 44_100, Desk.noise(2, 5_000, 0.5f)));
        Path list = SessionFolder.separations(folder.resolve("sessions/crashed"));
        for (String words : List.of("", "[{}]", "[{\"song\": 1", "{}", "[{\"song\": \"a\", \"stems\": 3}]")) {
            Files.writeString(list, words);
            assertThat(left().getFirst().goesOn()).as(words).isFalse();
        }
        Recoverable left = left().getFirst();
        try (OwnedSession desk = open("mine")) {
            assertThat(desk.end(desk.ask(it -> it.recover(left)))).isEqualTo(new JobState.Done());
            assertThat(desk.project().songs().getFirst().title()).isEqualTo(CrashingDesk.TITLE);
        }
    }

    @Test
    void whatTheSystemEndsIsKeptToo() throws Exception {
        assumeTrue(ProcessHandle.current().supportsNormalTermination(), "this system can only kill");
        Path song = Desk.wav(folder.resolve("song.wav"), 44_100, Desk.noise(2, 5_000, 0.5f));
        assertThat(end(song, Process::destroy)).isEqualTo(128 + 15);
        assertThat(left().getFirst().titles()).containsExactly(CrashingDesk.TITLE);
    }

    @Test
    void aLostSoundIsNamedAndTheRestComesBack() throws Exception {
        crash(Desk.wav(folder.resolve("song.wav"), 44_100, Desk.noise(2, 50_000, 0.5f)));
        Recoverable left = left().getFirst();
        AssetId stem = Recoverable.document(left.folder()).songs().getFirst().stems().getLast().asset();
        Files.delete(left.folder().resolve("sounds").resolve(stem + ".pcm"));
        try (OwnedSession desk = open("mine")) {
            Job job = desk.ask(it -> it.recover(left));
            desk.end(job);
            assertThat(desk.project().songs().getFirst().stems()).isEmpty();
            assertThat(job.warnings()).containsExactly(new Remark.SoundsLost(List.of(), List.of(CrashingDesk.TITLE)));
        }
    }

    @Test
    void whatIsNotWantedIsDeleted() throws Exception {
        crash(Desk.wav(folder.resolve("song.wav"), 44_100, Desk.noise(2, 5_000, 0.5f)));
        left().getFirst().discard();
        assertThat(left()).isEmpty();
        assertThat(folder.resolve("sessions/crashed")).doesNotExist();
    }

    @Test
    void closingLeavesNothing() throws Exception {
        try (OwnedSession desk = open("mine")) {
            Path file = Desk.wav(folder.resolve("song.wav"), 44_100, Desk.noise(2, 5_000, 0.5f));
            desk.end(desk.ask(it -> it.open(file)));
            Song song = desk.project().songs().getFirst();
            desk.tell(it -> it.edit(new Edit.RenameSong(song.id(), "x")));
        }
        assertThat(folder.resolve("sessions/mine")).doesNotExist();
    }

    @Test
    void startingAfreshForgetsDocumentAndSounds() throws Exception {
        try (OwnedSession desk = open("mine")) {
            Path file = Desk.wav(folder.resolve("song.wav"), 44_100, Desk.noise(2, 5_000, 0.5f));
            desk.end(desk.ask(it -> it.open(file)));
            assertThat(desk.ask(Session::isModified)).isTrue();
            AssetId sound = desk.project().songs().getFirst().mix().asset();
            desk.tell(Session::startAfresh);
            assertThat(desk.project()).isEqualTo(Project.EMPTY);
            assertThat(desk.ask(Session::isModified)).isFalse();
            assertThat((Object) desk.ask(it -> it.sound(sound).isPresent())).isEqualTo(false);
        }
    }
}
