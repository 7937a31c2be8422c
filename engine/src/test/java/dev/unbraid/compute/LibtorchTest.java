package dev.unbraid.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

class LibtorchTest {
    private static final Optional<CudaDriver> DRIVER =
            CudaDriver.of(new FakeDriver(12_080, 1, new Gpu(0, "GPU", 1, 90)));

    @TempDir
    Path home;

    private Path lib;

    @BeforeEach
    void lay() throws IOException {
        lib = Files.createDirectories(home.resolve("torch").resolve("lib"));
        Files.createFile(lib.resolve(System.mapLibraryName("torch_cpu")));
    }

    private Libtorch named() throws DeviceUnavailableException {
        return Libtorch.choose(Optional.of(lib), home.resolve("none"), Optional.empty());
    }

    @Test
    void whatTheEnvironmentNamesIsTakenWithOrWithoutAGpu() throws Exception {
        assertThat(named()).isEqualTo(new Libtorch(Optional.of(lib), Libtorch.Kind.PROCESSOR_ONLY));
        Files.createFile(lib.resolve(System.mapLibraryName("torch_cuda")));
        assertThat(named().kind()).isEqualTo(Libtorch.Kind.CUDA);
    }

    @Test
    void installedOnesAreTakenWhereThereIsAGpuOnly() throws Exception {
        assertThat(Libtorch.choose(Optional.empty(), lib, DRIVER).folder()).contains(lib);
        assertThat(Libtorch.choose(Optional.empty(), lib, Optional.empty())).isEqualTo(Libtorch.OF_THE_PROGRAM);
        assertThat(Libtorch.choose(Optional.empty(), lib, CudaDriver.of(new FakeDriver(12_080, 1)))).isEqualTo(Libtorch.OF_THE_PROGRAM);
        assertThat(Libtorch.choose(Optional.empty(), home.resolve("none"), DRIVER)).isEqualTo(Libtorch.OF_THE_PROGRAM);
    }

    @Test
    void installedOnesThatDidNotLoadAreNotTriedAgain() throws Exception {
        Libtorch first = Libtorch.choose(Optional.empty(), lib, DRIVER);
        first.record().orElseThrow().begin();
        assertThat(Libtorch.choose(Optional.empty(), lib, DRIVER).folder()).as("while another tries").contains(lib);
        assertThat(first.fail(home, new IllegalStateException("Failed", new UnsatisfiedLinkError("no libcudnn"))))
                .contains("(no libcudnn)", "unbraid gpu remove");
        Libtorch next = Libtorch.choose(Optional.empty(), lib, DRIVER);
        assertThat(next.folder()).isEmpty();
        assertThat(next.failure()).contains("no libcudnn");
        assertThat(named().folder()).as("named by the user, they are tried").contains(lib);
    }

    @Test
    void oneProcessThatEndedMayHaveBeenKilledTwoWereNot() throws Exception {
        Files.createFile(lib.resolve("loading-" + ended()));
        assertThat(Libtorch.choose(Optional.empty(), lib, DRIVER).folder()).contains(lib);
        Files.createFile(lib.resolve("loading-" + ended()));
        assertThat(Libtorch.choose(Optional.empty(), lib, DRIVER).failure()).isPresent();
        LoadRecord record = new LoadRecord(lib);
        record.begin();
        record.succeed();
        assertThat(Libtorch.choose(Optional.empty(), lib, DRIVER).folder()).contains(lib);
        try (Stream<Path> files = Files.list(lib)) {
            assertThat(files).as("notes that stay").hasSize(1);
        }
    }

    /// The number of a process that is no more.
    private static long ended() throws Exception {
        Process process = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-version").start();
        process.waitFor();
        return process.pid();
    }

    @Test
    void aFolderWithoutLibrariesIsRefusedByName() {
        assertThatThrownBy(() -> Libtorch.choose(Optional.of(home), lib, DRIVER))
                .isInstanceOf(DeviceUnavailableException.class)
                .hasMessageContainingAll(home.toString(), Libtorch.VARIABLE);
    }

    @Test
    void anotherVersionIsRefusedBeforeItIsLoaded() throws Exception {
        Files.writeString(home.resolve("torch").resolve("version.py"), "from typing import Optional\n__version__ = '2.13.0+cu130'\n");
        assertThatThrownBy(this::named).isInstanceOf(DeviceUnavailableException.class).hasMessageContainingAll("2.13.0", "2.7.1");
        Files.writeString(home.resolve("torch").resolve("version.py"), "__version__ = '2.7.1+cu128'\n");
        assertThat(named().folder()).contains(lib);
        Files.writeString(home.resolve("torch").resolve("build-version"), "2.5.1+cu124\n");
        assertThatThrownBy(this::named).isInstanceOf(DeviceUnavailableException.class).hasMessageContaining("2.5.1");
    }
}
