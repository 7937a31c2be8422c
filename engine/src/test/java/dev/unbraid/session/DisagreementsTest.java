package dev.unbraid.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.audio.AudioSpec;
import dev.unbraid.project.Lane;
import dev.unbraid.project.Song;
import dev.unbraid.separation.Disagreement;
import dev.unbraid.separation.ModelBag;
import dev.unbraid.separation.TwistingNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

@Timeout(120)
class DisagreementsTest {
    private static final AudioSpec MODEL = new AudioSpec(44_100, 2);
    private static final int FRAMES = 150_001;
    private static final List<String> STEMS = List.of("a", "b");

    @TempDir
    Path folder;

    private final ModelBag anonymous = ModelBag.of("toy", MODEL, STEMS, 10_000,
            () -> new TwistingNetwork(MODEL, 10_000, STEMS, 0.1f, new ArrayList<>()));
    private final ModelBag bag = new ModelBag(
            "toy", () -> Optional.of("toy on paper"), anonymous.stems(), anonymous.spec(), anonymous.members());

    private OwnedSession separated(int shifts) throws Exception {
        OwnedSession desk = OwnedSession.in(folder.resolve("session"), new ToySeparators(bag));
        Path file = Desk.wav(folder.resolve("song.wav"), 44_100, Desk.noise(2, FRAMES, 0.5f));
        assertThat(desk.end(desk.ask(it -> it.open(file)))).isEqualTo(new JobState.Done());
        Song song = desk.project().songs().getFirst();
        Job job = desk.ask(it -> it.separate(new SeparateWish(song.id(), "toy", List.of(), shifts, "cpu")));
        assertThat(desk.end(job)).isEqualTo(new JobState.Done());
        return desk;
    }

    private static Optional<Disagreement> found(OwnedSession desk) throws Exception {
        Song song = desk.project().songs().getFirst();
        Lane stem = song.stems().getFirst();
        return desk.ask(it -> it.disagreements().find(song, stem));
    }

    private static boolean isPossible(OwnedSession desk) throws Exception {
        Song song = desk.project().songs().getFirst();
        assertThat(Disagreements.isPossible(song, song.mix().id())).isFalse();
        return Disagreements.isPossible(song, song.stems().getFirst().id());
    }

    @Test
    void severalPassesLeaveWhatTheyDisagreedInAndNoSegments() throws Exception {
        try (OwnedSession desk = separated(3)) {
            assertThat(isPossible(desk)).isTrue();
            Disagreement found = found(desk).orElseThrow();
            assertThat(found.passes()).isEqualTo(3);
            assertThat(found.sampleRate()).isEqualTo(44_100);
            assertThat(found.frames()).isEqualTo(FRAMES);
            // This toy answers by the place in the segment, so its passes differ everywhere.
            assertThat(IntStream.range(0, Disagreement.BANDS).mapToDouble(it -> found.db(found.columns() / 2, it)))
                    .allMatch(db -> db > -60 && db < 10);
            try (Stream<Path> left = Files.walk(folder.resolve("session").resolve("finished"))) {
                assertThat(left.filter(it -> it.toString().endsWith(".segment"))).isEmpty();
            }
        }
    }

    @Test
    void onePassHasNobodyToDisagreeWith() throws Exception {
        try (OwnedSession desk = separated(1)) {
            assertThat(isPossible(desk)).isFalse();
            assertThat(found(desk)).isEmpty();
        }
    }

    @Test
    void whatTheCacheLetGoOrHasDamagedIsNotThere() throws Exception {
        try (OwnedSession desk = separated(2)) {
            Path file;
            // Beside it the session still keeps its document.
            try (Stream<Path> kept = Files.walk(folder.resolve("session").resolve("finished"))) {
                file = kept.filter(it -> it.toString().endsWith(".passes") && Files.isRegularFile(it)).sorted().findFirst().orElseThrow();
            }
            for (Path each : List.of(file, other(file))) {
                byte[] bytes = Files.readAllBytes(each);
                bytes[bytes.length / 2] ^= 1;
                Files.write(each, bytes);
            }
            assertThat(found(desk)).isEmpty();
            assertThat(isPossible(desk)).isTrue();
        }
    }

    /// Who finds the stems asks for nothing more: a kill between the two must not cost what the passes disagreed in.
    @Test
    void isKeptBeforeTheStemsAre() throws Exception {
        try (OwnedSession _ = separated(2)) {
            List<FileTime> compared = writtenAt(".passes");
            List<FileTime> stems = writtenAt(".stem");
            assertThat(compared).hasSameSizeAs(STEMS);
            assertThat(stems).hasSameSizeAs(STEMS);
            assertThat(Collections.max(compared)).isLessThanOrEqualTo(Collections.min(stems));
        }
    }

    private List<FileTime> writtenAt(String ending) throws Exception {
        List<FileTime> times = new ArrayList<>();
        try (Stream<Path> kept = Files.walk(folder.resolve("session").resolve("finished"))) {
            for (Path file : kept.filter(it -> it.toString().endsWith(ending)).toList()) {
                times.add(Files.getLastModifiedTime(file));
            }
        }
        return times;
    }

    private static Path other(Path file) throws Exception {
        try (Stream<Path> kept = Files.list(file.getParent())) {
            return kept.filter(it -> !it.equals(file)).findFirst().orElseThrow();
        }
    }
}
