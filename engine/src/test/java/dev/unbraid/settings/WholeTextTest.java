package dev.unbraid.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

class WholeTextTest {
    @TempDir
    Path folder;

    @Test
    void aFileTakesThePlaceOfWhatWasThereAndLeavesNothingElse() throws IOException {
        Path file = folder.resolve("made/on the way/note.txt");
        WholeText.write(file, "first\n");
        WholeText.write(file, "second\n");
        assertThat(file).hasContent("second\n");
        try (var left = Files.list(file.getParent())) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void whatCannotBeReplacedStaysAsItWas() throws IOException {
        Path taken = Files.createDirectory(folder.resolve("note.txt"));
        Path inside = Files.writeString(taken.resolve("of somebody"), "else");
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> WholeText.write(taken, "mine"));
        assertThat(inside).hasContent("else");
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(taken);
        }
    }

    @Test
    void whatKilledWritersLeftGoesAfterAnHourAndNothingElseDoes() throws IOException {
        Path file = folder.resolve("note.txt");
        String left = "%s-%s.part";
        Path old = aged(left.formatted("note.txt", UUID.randomUUID()), Duration.ofMinutes(61));
        Path atWork = aged(left.formatted("note.txt", UUID.randomUUID()), Duration.ofMinutes(59));
        Path ofAnother = aged(left.formatted("other.txt", UUID.randomUUID()), Duration.ofDays(1));
        Path ofTheUser = aged("note.txt-mine.part", Duration.ofDays(1));
        WholeText.write(file, "whole");
        assertThat(old).doesNotExist();
        assertThat(List.of(file, atWork, ofAnother, ofTheUser)).allSatisfy(it -> assertThat(it).exists());
    }

    private Path aged(String name, Duration age) throws IOException {
        Path file = Files.writeString(folder.resolve(name), "half");
        return Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
    }
}
