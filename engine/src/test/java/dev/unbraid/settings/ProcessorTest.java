package dev.unbraid.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class ProcessorTest {
    private static final String TWO_THREADS_OF_ONE_CORE = """
            processor\t: 0
            model name\t: Example 9000 @ 2 GHz
            physical id\t: 0
            core id\t\t: 0
            flags\t\t: fpu avx2 avx512f avx512_bf16 amx_tile

            processor\t: 1
            model name\t: Example 9000 @ 2 GHz
            physical id\t: 0
            core id\t\t: 0
            flags\t\t: fpu avx2 avx512f avx512_bf16 amx_tile
            """;

    @TempDir
    Path system;

    @BeforeEach
    void folders() throws IOException {
        Files.createDirectories(system.resolve("proc"));
        Files.createDirectories(system.resolve("sys/fs/cgroup"));
    }

    private Processor of(String cpuinfo) throws IOException {
        Files.writeString(system.resolve("proc/cpuinfo"), cpuinfo);
        return Processor.of(system, 2, "aarch64");
    }

    @Test
    void nameUnitsAndCoresAreWhatTheKernelTells() throws IOException {
        Processor processor = of(TWO_THREADS_OF_ONE_CORE);
        assertThat(processor.name()).isEqualTo("Example 9000 @ 2 GHz");
        assertThat(processor.units()).containsExactly("AVX2", "AVX-512", "AVX-512 BF16", "AMX");
        assertThat(processor.cores()).hasValue(1);
        assertThat(processor.available()).isEqualTo(2);
        assertThat(new ProcessorCores(system, 2).count()).isEqualTo(1);
    }

    @Test
    void whatHasNoNameIsCalledByItsArchitecture() throws IOException {
        Processor processor = of("processor\t: 0\nFeatures\t: fp asimd bf16\n");
        assertThat(processor.name()).isEqualTo("aarch64");
        assertThat(processor.units()).containsExactly("NEON", "BF16");
        assertThat(processor.cores()).isEmpty();
        assertThat(new ProcessorCores(system, 2).count()).isEqualTo(2);
    }

    @Test
    void theContainersLimitIsInProcessors() throws IOException {
        assertThat(of("").quota()).isEmpty();
        Files.writeString(system.resolve("sys/fs/cgroup/cpu.max"), "150000 100000\n");
        assertThat(of("").quota()).hasValue(1.5);
        Files.writeString(system.resolve("sys/fs/cgroup/cpu.max"), "max 100000\n");
        assertThat(of("").quota()).isEmpty();
    }

    @Test
    void thisMachineHasAName() {
        assertThat(Processor.ofThisMachine().name()).isNotBlank();
        assertThat(Processor.ofThisMachine().available()).isPositive();
    }
}
