package dev.unbraid.app.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class FreeNamesTest {
    @TempDir
    private Path folder;

    private List<Path> targets(String template) {
        return List.of(folder.resolve(template.replace("{stem}", "drums").replace("{ext}", "wav")));
    }

    @Test
    void theFirstFreeNumberIsTaken() throws Exception {
        Files.createFile(folder.resolve("drums.wav"));
        Files.createFile(folder.resolve("drums (2).wav"));
        assertThat(FreeNames.template("{stem}.{ext}", this::targets)).isEqualTo("{stem} (3).{ext}");
    }

    @Test
    void aNameOfItsOwnEndingIsNumberedAtItsEnd() {
        assertThat(FreeNames.template("{stem}", this::targets)).isEqualTo("{stem} (2)");
    }
}
