package dev.unbraid.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// What the command line meets besides being killed: each ends in an exit code and a sentence, and the next run goes on.
///
/// It has made some segments and stands still while the fault is brought about. The network is [ToyNetwork].
@Timeout(value = 10, unit = TimeUnit.MINUTES)
class FaultsTest {
    private static final int DONE = 0;
    private static final int USAGE = 2;
    private static final int NO_ROOM = 5;
    private static final int KEPT = 6;

    @TempDir
    static Path folder;

    private static Home home;
    private static CommandPrey prey;
    private static int all;
    private static List<String> calm;

    private final Random random = new Random(9);
    private final List<List<String>> toUndo = new ArrayList<>();

    @BeforeAll
    static void separateUndisturbed() throws Exception {
        home = Home.in(folder.resolve("home"));
        prey = new CommandPrey(home, RandomSong.random(folder.resolve("song.wav"), new Random(4), 6));
        assertThat(prey.start().end()).isEqualTo(DONE);
        calm = prey.outcome();
        all = home.made();
        assertThat(all).isGreaterThan(2 * KEPT);
    }

    @BeforeEach
    void forget() throws IOException {
        home.forget();
        prey.forget();
        Files.createDirectories(prey.out());
    }

    @AfterEach
    void undo() throws Exception {
        for (List<String> command : toUndo.reversed()) {
            succeeds(command);
        }
        toUndo.clear();
    }

    @AfterAll
    static void unlink() throws IOException {
        home.unlink();
    }

    private static boolean succeeds(List<String> command) throws InterruptedException {
        try {
            return new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
        } catch (IOException _) {
            return false;
        }
    }

    /// A run that has made some segments and stands still.
    private static Victim halfWay() throws Exception {
        home.holdAfter(KEPT);
        Victim victim = prey.start();
        while (victim.isAlive() && home.segments().size() < KEPT) {
            TimeUnit.MILLISECONDS.sleep(2);
        }
        assertThat(victim.isAlive()).as("%s %s", victim.said(), victim.errors()).isTrue();
        return victim;
    }

    private static void assertEndsWith(int code, Victim victim) throws Exception {
        home.goOn();
        assertThat(victim.end()).as("%s %s", victim.said(), victim.errors()).isEqualTo(code);
        assertThat(victim.errors()).isEmpty();
        assertThat(Sentences.of(victim)).isNotEmpty();
        Sentences.assertUnderstandable(Sentences.of(victim));
    }

    /// @param kept segments that it finds
    private static void assertNextRunGoesOnFrom(int kept) throws Exception {
        Victim victim = prey.start();
        assertThat(victim.end()).as("%s %s", victim.said(), victim.errors()).isEqualTo(DONE);
        assertThat(prey.outcome()).isEqualTo(calm);
        assertThat(Sentences.events(victim, "result").getFirst().get("reusedSegments").getAsInt()).isEqualTo(kept);
        assertThat(Home.tree(home.temporary())).isEmpty();
    }

    @Test
    void segmentsCutShortAlteredAndEmptiedAreMadeAgainAndNoOthers() throws Exception {
        halfWay().kill();
        home.goOn();
        List<SegmentDamage> damages = List.of(
                new SegmentDamage.CutShort(), new SegmentDamage.Altered(), new SegmentDamage.Emptied(),
                new SegmentDamage.Altered());
        List<Path> files = List.copyOf(home.segments().keySet());
        for (int i = 0; i < damages.size(); i++) {
            damages.get(i).to(files.get(i), random);
        }
        assertNextRunGoesOnFrom(KEPT - damages.size());
    }

    /// So the test above sees the checksum at work, and not a sample that nobody needs.
    @Test
    void anAlterationThatTheChecksumIsToldOfIsInTheStems() throws Exception {
        halfWay().kill();
        home.goOn();
        for (Path file : home.segments().keySet()) {
            new SegmentDamage.AlteredWithItsChecksum().to(file, random);
        }
        Victim victim = prey.start();
        assertThat(victim.end()).isEqualTo(DONE);
        assertThat(prey.outcome()).isNotEqualTo(calm);
        assertThat(Sentences.events(victim, "result").getFirst().get("reusedSegments").getAsInt()).isEqualTo(KEPT);
    }

    @Test
    void aWorkFolderThatIsDeletedMeanwhileEndsTheRunAndNothingIsLost() throws Exception {
        Victim victim = halfWay();
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(prey.out(), ".unbraid-*.part")) {
            for (Path part : parts) {
                Home.delete(part);
            }
        }
        assertEndsWith(NO_ROOM, victim);
        assertThat(Home.tree(prey.out())).isEmpty();
        assertNextRunGoesOnFrom(all);
    }

    @Test
    void aDiskThatFillsUpMeanwhileEndsTheRunAndFreedItGoesOn() throws Exception {
        mountSmallDisk(prey.out());
        Victim victim = halfWay();
        Path ballast = prey.out().resolve("ballast");
        fill(ballast);
        assertEndsWith(NO_ROOM, victim);
        assertThat(Sentences.of(victim)).anyMatch(it -> it.contains("disk is full"));
        assertThat(Home.tree(prey.out())).containsExactly("ballast");
        Files.delete(ballast);
        int kept = home.segments().size();
        assertThat(kept).isGreaterThanOrEqualTo(KEPT);
        assertNextRunGoesOnFrom(kept);
    }

    @Test
    void aCacheThatIsFullEndsTheRunAndFreedItGoesOn() throws Exception {
        mountSmallDisk(Files.createDirectories(home.finished()));
        Victim victim = halfWay();
        Path ballast = home.finished().resolve("ballast");
        fill(ballast);
        assertEndsWith(NO_ROOM, victim);
        assertThat(Sentences.of(victim)).anyMatch(it -> it.contains("disk is full"));
        assertThat(Home.tree(prey.out())).isEmpty();
        Files.delete(ballast);
        int kept = home.segments().size();
        assertThat(kept).isGreaterThanOrEqualTo(KEPT);
        assertNextRunGoesOnFrom(kept);
    }

    @Test
    void anOutputFolderThatMayNotBeWrittenAnyMoreEndsTheRunAndAllowedAgainItGoesOn() throws Exception {
        Victim victim = halfWay();
        forbidWriting(prey.out());
        assertEndsWith(USAGE, victim);
        undo();
        assertThat(Home.tree(prey.out())).allMatch(it -> it.startsWith(".unbraid-"));
        prey.rest();
        assertNextRunGoesOnFrom(all);
    }

    @Test
    void aCacheThatMayNotBeWrittenAnyMoreEndsTheRunAndAllowedAgainItGoesOn() throws Exception {
        Victim victim = halfWay();
        forbidWriting(home.segments().keySet().iterator().next().getParent());
        assertEndsWith(NO_ROOM, victim);
        undo();
        assertThat(Home.tree(prey.out())).isEmpty();
        assertNextRunGoesOnFrom(KEPT);
    }

    private void mountSmallDisk(Path at) throws Exception {
        assumeThat(succeeds(List.of("mount", "-t", "tmpfs", "-o", "size=96m", "tmpfs", at.toString())))
                .as("a small disk can be mounted here, which takes root").isTrue();
        toUndo.add(List.of("umount", "-l", at.toString()));
    }

    /// Permissions do not bind root, the mark of an immutable folder does.
    private void forbidWriting(Path at) throws Exception {
        Set<PosixFilePermission> usual = Files.getPosixFilePermissions(at);
        Files.setPosixFilePermissions(at, PosixFilePermissions.fromString("r-xr-xr-x"));
        if (Files.isWritable(at)) {
            Files.setPosixFilePermissions(at, usual);
            assumeThat(succeeds(List.of("chattr", "+i", at.toString())))
                    .as("folders can be made immutable here, which takes root on ext4 or its like").isTrue();
            toUndo.add(List.of("chattr", "-i", at.toString()));
        } else {
            toUndo.add(List.of("chmod", "755", at.toString()));
        }
    }

    private static void fill(Path ballast) throws IOException {
        byte[] block = new byte[4_096];
        try (OutputStream file = Files.newOutputStream(ballast)) {
            while (true) {
                file.write(block);
            }
        } catch (IOException _) {
            // Full, which it shall be.
        }
    }
}
