package dev.unbraid.app.mixer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.app.controls.TestSongs;
import dev.unbraid.project.Edit;
import dev.unbraid.project.Lane;
import dev.unbraid.project.Project;
import dev.unbraid.project.Song;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;

class SoloEditsTest {
    private static Song soloed(String... stems) {
        Song song = TestSongs.separated(Path.of("busy.flac"));
        Project project = new Edit.AddSong(song, 0).applyTo(Project.EMPTY);
        for (Lane lane : song.stems()) {
            if (List.of(stems).contains(lane.stem())) {
                project = new Edit.SetStrip(lane.id(), lane.strip().withSoloed(true)).applyTo(project);
            }
        }
        return project.activeSong().orElseThrow();
    }

    private static List<String> heard(Song song, String lane) {
        Project project = new Edit.AddSong(song, 0).applyTo(Project.EMPTY);
        Project changed = SoloEdits.exclusive(song, TestSongs.lane(lane)).applyTo(project);
        return changed.activeSong().orElseThrow().lanes().filter(it -> it.strip().soloed()).map(Lane::stem).toList();
    }

    @Test
    void itTakesAllOtherSolosAway() {
        assertThat(heard(soloed("drums", "bass"), "vocals")).containsExactly("vocals");
    }

    @Test
    void ofSeveralItLeavesTheOne() {
        assertThat(heard(soloed("drums", "bass"), "drums")).containsExactly("drums");
    }

    @Test
    void againItClears() {
        assertThat(heard(soloed("drums"), "drums")).isEmpty();
    }
}
