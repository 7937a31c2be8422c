package dev.unbraid.app.sum;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ToggleSwitch;
import dev.unbraid.app.controls.NoModels;
import dev.unbraid.app.controls.TestWindow;
import dev.unbraid.assets.AudioAsset;
import dev.unbraid.project.Lane;
import dev.unbraid.project.Song;
import dev.unbraid.project.SumLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;

import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

class SumSectionTest {
    private static final int FRAMES = 44_100;

    @TempDir
    Path folder;

    private TestWindow window;

    @BeforeEach
    void openASongOfNoise() throws Exception {
        window = TestWindow.open(folder, new NoModels(), SumSection::new);
        byte[] noise = new byte[FRAMES * 4];
        new Random(1).nextBytes(noise);
        AudioFormat format = new AudioFormat(44_100, 16, 2, true, false);
        Path file = folder.resolve("noise.wav");
        try (var sound = new AudioInputStream(new ByteArrayInputStream(noise), format, FRAMES)) {
            AudioSystem.write(sound, AudioFileFormat.Type.WAVE, file.toFile());
        }
        TestWindow.tell(() -> window.desk().session().session().open(file));
        TestWindow.until(() -> window.desk().session().activeSong()
                .flatMap(it -> window.desk().session().session().sound(it.mix().asset()))
                .filter(AudioAsset::isComplete).isPresent());
    }

    @AfterEach
    void close() {
        window.close();
    }

    private Song song() {
        return window.desk().session().activeSong().orElseThrow();
    }

    private static ToggleButton button(String text) {
        return TestWindow.shown(ToggleButton.class).stream().filter(it -> it.getText().equals(text)).findFirst().orElseThrow();
    }

    private static List<String> figures() throws Exception {
        return TestWindow.ask(() -> TestWindow.shown(Label.class).stream()
                .filter(it -> it.getStyleClass().contains("ub-null")).map(Label::getText).toList());
    }

    private static ToggleSwitch residual() {
        return TestWindow.shown(ToggleSwitch.class).getFirst();
    }

    @Test
    void withoutStemsNothingCanBeLocked() throws Exception {
        boolean dead = TestWindow.ask(() -> button("Fold").isDisabled() && residual().isDisabled());
        assertThat(dead).isTrue();
        assertThat(figures()).containsExactly("null – dB", "whole song – dB");
    }

    @Test
    void lockedStemsReadAsNothingLeftOver() throws Exception {
        window.separate();
        // Four stems that are the mix each.
        TestWindow.until(() -> figures().stream().allMatch(it -> it.matches("(null|whole song) \\d.* dB")));
        for (String choice : List.of("Fold", "Spread")) {
            TestWindow.tell(() -> button(choice).fire());
            TestWindow.until(() -> button(choice).isSelected());
            TestWindow.until(() -> figures().equals(List.of("null −∞ dB", "whole song −∞ dB")));
            boolean nothingToShow = TestWindow.ask(() -> residual().isDisabled());
            assertThat(nothingToShow).isTrue();
        }
        TestWindow.tell(() -> button("Off").fire());
        TestWindow.until(() -> button("Off").isSelected() && figures().stream().noneMatch(it -> it.contains("∞")));
        SumLock lock = TestWindow.ask(() -> song().sum().lock());
        assertThat(lock).isEqualTo(new SumLock.Off());
    }

    @Test
    void whatIsLeftOverIsAMutedLane() throws Exception {
        window.separate();
        TestWindow.until(() -> !residual().isDisabled());
        TestWindow.tell(() -> residual().setSelected(true));
        TestWindow.until(() -> song().sum().residual().isPresent());
        Lane lane = TestWindow.ask(() -> song().sum().residual().orElseThrow());
        assertThat(lane.strip().muted()).isTrue();
        TestWindow.tell(() -> residual().setSelected(false));
        TestWindow.until(() -> song().sum().residual().isEmpty());
        TestWindow.tell(() -> window.desk().session().session().undo());
        TestWindow.until(() -> residual().isSelected());
    }
}
