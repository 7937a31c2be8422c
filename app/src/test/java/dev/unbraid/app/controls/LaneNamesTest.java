package dev.unbraid.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.project.Lane;
import dev.unbraid.project.Song;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Locale;

class LaneNamesTest {
    private static final Song SONG = TestSongs.separated(Path.of("song.flac"));

    @Test
    void lanesAreCalledInTheUsersLanguage() {
        LaneNames names = new LaneNames(Locale.SIMPLIFIED_CHINESE);
        assertThat(SONG.lanes().map(names::of)).containsExactly("混音", "鼓", "贝斯", "其他", "人声");
        assertThat(new LaneNames(Locale.ENGLISH).of(SONG.stems().getFirst())).isEqualTo("Drums");
    }

    @Test
    void whatTheUserCallsALaneStays() {
        Lane drums = SONG.stems().getFirst().withName("Bumm 绊");
        assertThat(new LaneNames(Locale.SIMPLIFIED_CHINESE).of(drums)).isEqualTo("Bumm 绊");
    }

    @Test
    void aStemOfAModelToComeHasItsOwnName() {
        assertThat(new LaneNames(Locale.SIMPLIFIED_CHINESE).stem("flute")).isEqualTo("Flute");
    }
}
