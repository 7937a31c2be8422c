package dev.unbraid.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Set;

class SessionFolderTest {
    @TempDir
    Path sessions;

    @Test
    void whatAProcessLeftThatWasKilledAsItMadeOrDeletedItsFolderGoesOnceItIsOld() throws IOException {
        Path empty = Files.createDirectory(sessions.resolve("empty"));
        Path foreign = Files.createDirectory(sessions.resolve("foreign"));
        Files.createFile(foreign.resolve("something"));
        assertThat(Recoverable.in(sessions, Set.of())).isEmpty();
        assertThat(empty).as("perhaps about to be locked").exists();
        for (Path folder : Set.of(empty, foreign)) {
            Files.setLastModifiedTime(folder, FileTime.from(Instant.now().minusSeconds(70)));
        }
        assertThat(Recoverable.in(sessions, Set.of())).isEmpty();
        assertThat(empty).doesNotExist();
        assertThat(foreign).exists();
    }

    @Test
    void oneThatWasHalfDeletedIsDeletedWhole() throws IOException {
        Path folder = sessions.resolve("half");
        SessionFolder half = SessionFolder.create(folder);
        Files.createDirectories(half.sounds());
        Files.createFile(half.separations());
        half.close();
        assertThat(Recoverable.in(sessions, Set.of())).isEmpty();
        assertThat(folder).doesNotExist();
    }
}
