package dev.unbraid.cuda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unbraid.audio.NoRoomException;
import dev.unbraid.compute.DeviceUnavailableException;
import dev.unbraid.install.FileServer;
import dev.unbraid.install.InstallProgress;
import dev.unbraid.install.PinnedFile;
import dev.unbraid.install.RecordingControl;
import dev.unbraid.install.Sha256;
import dev.unbraid.install.Transfer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Small wheels over real sockets of this machine.
class CudaLibrariesTest {
    private static final String TORCH = "torch-2.7.1+cu128-cp310-cp310-manylinux_2_28_x86_64.whl";
    private static final String CUBLAS = "nvidia_cublas_cu12-12.8.3.14-py3-none-manylinux_2_27_x86_64.whl";

    @TempDir
    Path home;

    private FileServer server;
    private final List<CudaWheel> wheels = new ArrayList<>();

    @BeforeEach
    void serve() throws IOException {
        server = new FileServer();
        serve(TORCH, "torch/lib/libtorch_cpu.so", "torch/lib/libtorch_cuda.so", "torch/lib/libgomp-98b21ff3.so.1",
                "torch/lib/torch_cuda.dll", "torch/lib/libtorch_python.so", "torch/lib/shm.dll", "torch/lib/shm/socket.h",
                "torch/__init__.py", "torch/bin/protoc", "torch/lib/../../../escaped.so");
        serve(CUBLAS, "nvidia/cublas/lib/libcublas.so.12", "nvidia/cublas/bin/cublas64_12.dll", "nvidia/cublas/include/cublas.h");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void serve(String name, String... entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                byte[] content = new byte[20_000];
                new Random(entry.hashCode()).nextBytes(content);
                zip.write(content);
            }
        }
        server.put(name, bytes.toByteArray());
        String sha256 = Sha256.of(Files.write(home.resolve("sum"), bytes.toByteArray()));
        wheels.add(new CudaWheel(new PinnedFile(name, sha256, bytes.size()), server.uri().resolve(name.replace("+", "%2B"))));
    }

    private Path folder() {
        return home.resolve("cuda");
    }

    private CudaLibraries libraries() {
        return new CudaLibraries(folder(), new CudaSet("licence", wheels));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder())) {
            return files.filter(Files::isRegularFile).map(file -> folder().relativize(file).toString().replace('\\', '/')).sorted().toList();
        }
    }

    @Test
    void theLibrariesLieAsInPythonAndNothingElseStays() throws Exception {
        RecordingControl control = RecordingControl.patient();
        assertThat(libraries().install(control)).isEqualTo(Transfer.COMPLETE);
        String at = folder().relativize(CudaLibraries.libtorch(folder())).toString().replace("torch/lib", "").replace("torch\\lib", "").replace('\\', '/');
        assertThat(files()).containsExactlyInAnyOrder(
                at + "torch/lib/libtorch_cpu.so", at + "torch/lib/libtorch_cuda.so", at + "torch/lib/libgomp-98b21ff3.so.1",
                at + "torch/lib/torch_cuda.dll", at + "nvidia/cublas/lib/libcublas.so.12", at + "nvidia/cublas/bin/cublas64_12.dll");
        assertThat(home.resolve("escaped.so")).doesNotExist();
        assertThat(control.reports(InstallProgress.Unpacking.class)).hasSize(2);
        int asked = server.ranges().size();
        assertThat(libraries().install(control)).isEqualTo(Transfer.COMPLETE);
        assertThat(server.ranges()).hasSize(asked);
    }

    @Test
    void aCancelledTryGoesOnWhereItStopped() throws Exception {
        RecordingControl control = RecordingControl.cancellingAt(it -> it instanceof InstallProgress.Unpacking);
        assertThat(libraries().install(control)).isEqualTo(Transfer.CANCELLED);
        assertThat(libraries().areInstalled()).isFalse();
        long fetched = wheels.getFirst().file().bytes();
        assertThat(libraries().bytesNeeded()).as("what is there needs no room again")
                .isBetween(libraries().set().bytes() * 3 - libraries().set().bytes(), libraries().set().bytes() * 3 - fetched);
        int asked = server.ranges().size();
        assertThat(libraries().install(RecordingControl.patient())).isEqualTo(Transfer.COMPLETE);
        assertThat(server.ranges().size() - asked).as("files fetched again or anew").isEqualTo(1);
    }

    @Test
    void installingAgainHasThoseThatDidNotLoadTriedAgain() throws Exception {
        libraries().install(RecordingControl.patient());
        Path note = CudaLibraries.libtorch(folder()).resolve("load-failed.txt");
        Files.writeString(note, "no libcudnn");
        assertThat(libraries().install(RecordingControl.patient())).isEqualTo(Transfer.COMPLETE);
        assertThat(note).doesNotExist();
    }

    @Test
    void whatIsNotWhatWasPublishedIsNotInstalled() throws Exception {
        server.put(CUBLAS, new byte[1000]);
        assertThatThrownBy(() -> libraries().install(RecordingControl.patient()))
                .isInstanceOf(DeviceUnavailableException.class)
                .hasMessageContainingAll(CUBLAS, "wrong checksum", "gpu install");
        assertThat(libraries().areInstalled()).isFalse();
        assertThat(files()).noneMatch(file -> file.endsWith(".so"));
    }

    @Test
    void whoHasNoRoomHearsItBeforeAnythingIsFetched() {
        wheels.add(new CudaWheel(new PinnedFile("large.whl", "0".repeat(64), 1L << 50), server.uri()));
        assertThatThrownBy(() -> libraries().install(RecordingControl.patient()))
                .isInstanceOf(NoRoomException.class).hasMessageContaining(folder().toString());
        assertThat(server.ranges()).isEmpty();
    }

    @Test
    void removedTheyAreGoneWithWhatWasFetched() throws Exception {
        assertThat(libraries().remove()).isFalse();
        libraries().install(RecordingControl.cancellingAt(it -> it instanceof InstallProgress.Unpacking));
        assertThat(libraries().remove()).isTrue();
        libraries().install(RecordingControl.patient());
        assertThat(libraries().remove()).isTrue();
        assertThat(files()).isEmpty();
        assertThat(libraries().areInstalled()).isFalse();
    }
}
