package dev.unbraid.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class SettingsFileTest {
    private static final Settings OTHERS = Settings.USUAL
            .withAppearance(new Settings.Appearance(Settings.Theme.LIGHT, "zh-CN", 150))
            .withSound(new Settings.Sound("Kopfhörer 绊", 512))
            .withSeparation(new Settings.Separation("htdemucs_ft", List.of("vocals", "drums"), 2, "cuda:1", 7.5))
            .withExport(new Settings.Export("mp3-320", 48_000, "{stem}.{ext}", "/stems", false, false))
            .withPicture(new Settings.Picture("viridis", "mel", 1024, "KAISER", 0.5, -120, 0, 6))
            .withTimeline(new Settings.Timeline("SMOOTH", false, true, true, 0, 24_000, 4, true))
            .withWindow(new Settings.Window(1280, 800, true, false, 240))
            .withRecentFile(Path.of("a.wav"))
            .withRecentFile(Path.of("b.wav"));

    @TempDir
    private Path folder;

    private SettingsFile file;

    @BeforeEach
    void place() {
        file = new SettingsFile(new UserFolders(folder.resolve("data"), folder.resolve("cache"), folder.resolve("config")));
    }

    @Test
    void theFirstStartIsAsUsual() {
        assertThat(file.load()).isEqualTo(new SettingsFile.Loaded(Settings.USUAL, List.of()));
    }

    @Test
    void whatIsSavedIsLoaded() throws IOException {
        file.save(OTHERS);
        assertThat(file.load()).isEqualTo(new SettingsFile.Loaded(OTHERS, List.of()));
        assertThat(siblings()).containsExactly("settings.json");
    }

    @Test
    void aBadValueIsAsUsualAndTheOthersAreTaken() throws IOException {
        write("""
                {"appearance": {"theme": "PINK", "scalePercent": 900, "language": "de"},
                 "sound": {"bufferFrames": "many"}, "separation": {"shifts": -1, "stems": [1]},
                 "picture": 7, "export": {"format": "ogg"}}""");
        SettingsFile.Loaded loaded = file.load();
        assertThat(loaded.settings()).isEqualTo(Settings.USUAL.withAppearance(
                new Settings.Appearance(Settings.Theme.SYSTEM, "de", 100)));
        assertThat(loaded.problems()).extracting(SettingsFlaw::sentence).containsExactly(
                told("appearance.theme is \"PINK\", but must be one of DARK, LIGHT, SYSTEM"),
                told("appearance.scalePercent is 900, but must be 100 to 200"),
                told("sound.bufferFrames is \"many\", but must be a number"),
                told("separation.stems is [1], but must be a list of texts"),
                told("separation.shifts is -1, but must be 0 to 100"),
                told("export.format is \"ogg\", but must be one of flac-16, flac-24, mp3-320, wav-16, wav-24, wav-32f"),
                told("picture is 7, but must be an object"));
    }

    @Test
    void twoEndsThatFitOnlyTogetherAreTakenTogether() throws IOException {
        write("{\"picture\": {\"lowestDb\": 0, \"highestDb\": 20}}");
        assertThat(file.load().problems()).isEmpty();
        assertThat(file.load().settings().picture().lowestDb()).isZero();
    }

    @Test
    void keysOfAnotherVersionAreIgnoredAndStay() throws IOException {
        write("{\"future\": [1, 2], \"window\": {\"width\": 1000, \"opacity\": 0.5}}");
        SettingsFile.Loaded loaded = file.load();
        assertThat(loaded.problems()).isEmpty();
        assertThat(loaded.settings().window().width()).isEqualTo(1000);
        file.save(OTHERS);
        assertThat(Files.readString(file.path())).contains("\"future\"", "\"opacity\": 0.5", "\"width\": 1280");
    }

    @Test
    void aFileThatIsNoJsonIsKept() throws IOException {
        for (String text : List.of("{\"window\": ", "[]", "")) {
            write(text);
            SettingsFile.Loaded loaded = file.load();
            assertThat(loaded.settings()).isEqualTo(Settings.USUAL);
            assertThat(loaded.problems()).extracting(SettingsFlaw::sentence).singleElement().asString().contains("no JSON", "settings.unreadable-");
        }
        assertThat(siblings()).containsExactly(
                "settings.unreadable-1.json", "settings.unreadable-2.json", "settings.unreadable-3.json");
        assertThat(file.path().resolveSibling("settings.unreadable-1.json")).hasContent("{\"window\": ");
    }

    @Test
    void savingOverWhatIsNoJsonKeepsIt() throws IOException {
        write("mine");
        file.save(OTHERS);
        assertThat(file.load().settings()).isEqualTo(OTHERS);
        assertThat(file.path().resolveSibling("settings.unreadable-1.json")).hasContent("mine");
    }

    @Test
    void aFolderInItsPlaceIsToldAndLeft() throws IOException {
        Files.createDirectories(file.path());
        assertThat(file.load().settings()).isEqualTo(Settings.USUAL);
        assertThat(file.load().problems()).extracting(SettingsFlaw::sentence).singleElement().asString().contains("cannot be read");
        assertThatThrownBy(() -> file.save(OTHERS)).isInstanceOf(IOException.class);
    }

    @Test
    void recentFilesAreTheNewestTwelveEachOnce() {
        Settings settings = Settings.USUAL;
        for (int i = 0; i < 20; i++) {
            settings = settings.withRecentFile(Path.of(i + ".wav"));
        }
        settings = settings.withRecentFile(Path.of("x/../15.wav"));
        List<String> expected = Stream.concat(Stream.of(15), IntStream.of(19, 18, 17, 16, 14, 13, 12, 11, 10, 9, 8).boxed())
                .map(i -> Path.of(i + ".wav").toAbsolutePath().toString()).toList();
        assertThat(settings.recentFiles()).isEqualTo(expected);
        assertThat(settings.withoutRecentFile(Path.of("15.wav")).recentFiles()).isEqualTo(expected.subList(1, 12));
    }

    private String told(String problem) {
        return "%s: %s; the usual is used instead.".formatted(file.path(), problem);
    }

    private void write(String text) throws IOException {
        Files.createDirectories(file.path().getParent());
        Files.writeString(file.path(), text);
    }

    private List<String> siblings() throws IOException {
        try (Stream<Path> files = Files.list(file.path().getParent())) {
            return files.map(it -> it.getFileName().toString()).sorted().toList();
        }
    }
}
