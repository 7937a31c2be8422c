package dev.unbraid.session;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

final class WorkFolderTest {
    @TempDir
    private Path folder;

    @Test
    void takesTheFoldersMadeForItWithItAndLeavesThoseThatHoldSomething() throws Exception {
        Path outer = folder.resolve("outer");
        Path inner = outer.resolve("inner");
        try (WorkFolder work = WorkFolder.in(inner)) {
            Files.createFile(work.file("tape"));
            Files.createFile(outer.resolve("kept"));
        }
        assertThat(inner).doesNotExist();
        assertThat(outer.resolve("kept")).exists();
    }

    @Test
    void aFileInTheWayIsNamed() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> WorkFolder.in(file.resolve("below")))
                .isInstanceOf(OutputRefusedException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void oneWhoseProcessWasKilledBeforeItWasSignedGoesOnceItIsOld() throws Exception {
        Path unsigned = Files.createDirectory(folder.resolve(".unbraid-00000001.part"));
        Files.createFile(unsigned.resolve("1-1-1.new"));
        Path used = Files.createDirectory(folder.resolve(".unbraid-00000002.part"));
        Files.createFile(used.resolve("mix.f32"));
        WorkFolder.in(folder).close();
        assertThat(unsigned).as("perhaps about to be signed").exists();
        for (Path left : List.of(unsigned, used)) {
            Files.setLastModifiedTime(left, FileTime.from(Instant.now().minusSeconds(70)));
        }
        WorkFolder.in(folder).close();
        assertThat(unsigned).doesNotExist();
        assertThat(used).as("nobody knows whose").exists();
    }

    @Test
    void manyComeAndGoInOnePlaceAtATime() throws Exception {
        Path shared = folder.resolve("shared");
        Callable<Void> work = () -> {
            for (int i = 0; i < 2_000; i++) {
                WorkFolder.in(shared).close();
            }
            return null;
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            assertThat(threads.invokeAll(List.of(work, work))).allSatisfy(end -> assertThat(end).succeedsWithin(1, MINUTES));
        }
    }
}
