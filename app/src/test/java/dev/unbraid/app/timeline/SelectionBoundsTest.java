package dev.unbraid.app.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.audio.FrameRange;
import dev.unbraid.project.Song;
import dev.unbraid.ui.ThemeColours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Optional;

@EnabledIfEnvironmentVariable(named = "DISPLAY", matches = ".+", disabledReason = "needs a display: run under xvfb-run")
class SelectionBoundsTest {
    private static final int RATE = SoundFiles.RATE;
    private static final SoundFiles.Curve SILENCE = _ -> 0;

    @TempDir
    Path folder;

    @Test
    void anotherSongHasTheSameTimeSelectedAsFarAsItReaches() throws Exception {
        try (Rig rig = Rig.open(folder.resolve("desk"), ThemeColours.DARK, 1_132, 700)) {
            Song longer = rig.open(SoundFiles.write(folder.resolve("longer.wav"), 9 * RATE, SILENCE, SILENCE));
            Song slower = rig.open(SoundFiles.write(folder.resolve("slower.wav"), RATE / 2, 4 * RATE / 2, SILENCE, SILENCE));
            assertThat(carried(rig, longer, slower, new FrameRange(RATE, 3 * RATE)))
                    .contains(new FrameRange(RATE / 2, 3 * RATE / 2));
            assertThat(carried(rig, longer, slower, new FrameRange(3 * RATE, 6 * RATE)))
                    .contains(new FrameRange(3 * RATE / 2, 4 * RATE / 2));
            assertThat(carried(rig, longer, slower, new FrameRange(5 * RATE, 6 * RATE))).isEmpty();
            assertThat(carried(rig, slower, longer, new FrameRange(RATE / 2, RATE)))
                    .contains(new FrameRange(RATE, 2 * RATE));
        }
    }

    private static Optional<FrameRange> carried(Rig rig, Song from, Song to, FrameRange selected) throws Exception {
        return Rig.onScreenThread(() -> {
            rig.session.activate(from.id());
            rig.desk.view().selectionProperty().set(Optional.of(selected));
            rig.session.activate(to.id());
            return rig.desk.view().selectionProperty().get();
        });
    }
}
