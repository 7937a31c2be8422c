package dev.unbraid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.engine.DemoSong;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;

class DemoCommandTest {
    @Test void theSongComesWithTheProgramAndGoesAwayAgain() throws IOException {
        Path file;
        try (DemoSong song = DemoSong.unpack()) {
            file = song.file();
            assertThat(Inspection.of(file).seconds()).isBetween(15.0, 30.0);
        }
        assertThat(file).doesNotExist();
        assertThat(file.getParent()).doesNotExist();
    }

    @Test void itSaysWhatToListenTo() {
        assertThat(DemoSong.notes().title()).isNotBlank();
        assertThat(DemoSong.notes().listen()).contains("drums", "bass", "other", "vocals");
    }
}
