package dev.unbraid.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

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
}
