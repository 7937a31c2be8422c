package dev.unbraid.app.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.session.Job;
import dev.unbraid.settings.Settings;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;

@NeedsDisplay
class LanguagesTest {
    private static final String A_KEY = "[a-z]+(\\.[a-z0-9-]+)+";

    @TempDir
    Path folder;

    /// A missing key throws, and a fault fails the test when the window closes.
    @ParameterizedTest
    @CsvSource({"en, LIGHT, Drop a song here, Separate, Preferences", "zh-CN, DARK, 将歌曲拖放到这里, 分离, 偏好设置"})
    void everyViewOpens(String language, Settings.Theme theme, String empty, String separate, String preferences)
            throws Exception {
        Home home = Home.in(folder).prefer(it -> it.withAppearance(new Settings.Appearance(theme, language, 100)));
        Path file = Sounds.noise(folder.resolve("song.wav"), 1);
        try (WindowUnderTest window = WindowUnderTest.open(home.engine(Miniature.swift()))) {
            window.awaitText(empty);
            assertThatNoKeyIsShown(window);
            Screen.tell(() -> window.session().open(file));
            window.awaitSongs(1);
            window.awaitText(separate);
            SeparationTest.separate(window);
            window.awaitEnd(Job.Kind.SEPARATION);
            window.press(KeyCode.ALT, KeyCode.DIGIT3);
            assertThatNoKeyIsShown(window);
            assertThat(opened(window, () -> window.press(KeyCode.CONTROL, KeyCode.COMMA))).contains(preferences);
            opened(window, () -> window.press(KeyCode.CONTROL, KeyCode.E));
            opened(window, () -> window.click(".ub-split-arrow"));
            opened(window, () -> window.click(".ub-job-status"));
            opened(window, () -> window.press(KeyCode.F1));
        }
    }

    /// Opens something, reads it, and puts it away with Esc.
    private static List<String> opened(WindowUnderTest window, Runnable open) throws InterruptedException {
        List<String> before = window.texts();
        open.run();
        Screen.until("something opens", () -> WindowUnderTest.read().count() > before.size() + 3);
        List<String> texts = assertThatNoKeyIsShown(window);
        window.focusNewest();
        window.press(KeyCode.ESCAPE);
        Screen.until("it closes", () -> WindowUnderTest.read().count() <= before.size() + 3);
        return texts;
    }

    private static List<String> assertThatNoKeyIsShown(WindowUnderTest window) {
        List<String> texts = window.texts();
        assertThat(texts).isNotEmpty().noneMatch(it -> it.matches(A_KEY) && !it.endsWith(".wav"));
        return texts;
    }
}
