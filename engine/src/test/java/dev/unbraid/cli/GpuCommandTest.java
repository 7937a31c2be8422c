package dev.unbraid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

class GpuCommandTest {
    @TempDir
    Path home;

    @Test
    void itSaysWhatCanBeDone() {
        assertThat(Run.of("gpu")).satisfies(run -> {
            assertThat(run.code()).isEqualTo(2);
            assertThat(run.err()).contains("install or remove");
        });
    }

    @Test
    void whereNothingIsInstalledNothingIsRemoved() {
        Run run = Run.in(home, "gpu", "remove");
        assertThat(run.code() == 0 ? run.out() : run.err()).containsAnyOf("There were none.", "publish no libraries");
    }
}
