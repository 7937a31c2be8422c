package dev.unbraid.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

class MusicFolderTest {
    @TempDir
    Path home;

    private Path found() {
        Properties system = new Properties();
        system.setProperty("user.home", home.toString());
        return MusicFolder.of(Map.of(), system);
    }

    @Test
    void itIsWhatTheDesktopCallsIt() throws Exception {
        Files.createDirectories(home.resolve(".config"));
        Files.writeString(home.resolve(".config/user-dirs.dirs"), "# of the desktop\nXDG_MUSIC_DIR=\"$HOME/音乐\"\n");
        Files.createDirectory(home.resolve("Music"));
        assertThat(found()).as("not there").isEqualTo(home.resolve("Music"));
        Files.createDirectory(home.resolve("音乐"));
        assertThat(found()).isEqualTo(home.resolve("音乐"));
    }

    @Test
    void withoutOneItIsTheHome() throws Exception {
        assertThat(found()).isEqualTo(home);
        Files.createDirectory(home.resolve("Music"));
        assertThat(found()).isEqualTo(home.resolve("Music"));
    }
}
