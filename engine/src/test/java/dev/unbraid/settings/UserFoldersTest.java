package dev.unbraid.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

class UserFoldersTest {
    private static final Path HOME = Path.of("/home/ann").toAbsolutePath();

    @Test
    void linuxFollowsTheXdgVariables() {
        UserFolders folders = UserFolders.of(Map.of("XDG_DATA_HOME", "/d", "XDG_CACHE_HOME", "/c", "XDG_CONFIG_HOME", "/p"), system("Linux"));
        assertThat(folders).isEqualTo(new UserFolders(Path.of("/d/unbraid"), Path.of("/c/unbraid"), Path.of("/p/unbraid")));
    }

    @Test
    void linuxHasDefaultsAndIgnoresRelativeOrEmptyVariables() {
        UserFolders defaults = new UserFolders(
                HOME.resolve(".local/share/unbraid"), HOME.resolve(".cache/unbraid"), HOME.resolve(".config/unbraid"));
        assertThat(UserFolders.of(Map.of(), system("Linux"))).isEqualTo(defaults);
        assertThat(UserFolders.of(Map.of("XDG_DATA_HOME", "d", "XDG_CACHE_HOME", ""), system("Linux"))).isEqualTo(defaults);
    }

    @Test
    void windowsKeepsAllBelowLocalAppData() {
        Path local = HOME.resolve("Local");
        assertThat(UserFolders.of(Map.of("LOCALAPPDATA", local.toString()), system("Windows 11")))
                .isEqualTo(new UserFolders(
                        local.resolve("Unbraid/data"), local.resolve("Unbraid/cache"), local.resolve("Unbraid/config")));
        assertThat(UserFolders.of(Map.of(), system("Windows 11")).data()).isEqualTo(HOME.resolve("AppData/Local/Unbraid/data"));
    }

    @Test
    void macUsesTheLibrary() {
        assertThat(UserFolders.of(Map.of("XDG_DATA_HOME", "/d"), system("Mac OS X")))
                .isEqualTo(new UserFolders(HOME.resolve("Library/Application Support/Unbraid"), HOME.resolve("Library/Caches/Unbraid")));
    }

    @Test
    void theOverrideWinsEverywhere() {
        for (String os : new String[] {"Linux", "Windows 11", "Mac OS X"}) {
            assertThat(UserFolders.of(Map.of("UNBRAID_HOME", "/u", "XDG_DATA_HOME", "/d", "LOCALAPPDATA", "/l"), system(os)))
                    .isEqualTo(new UserFolders(
                            Path.of("/u/data").toAbsolutePath(), Path.of("/u/cache").toAbsolutePath(),
                            Path.of("/u/config").toAbsolutePath()));
        }
    }

    @Test
    void thePathLeavesOutWhatIsRelative() {
        String variable = String.join(File.pathSeparator, HOME.toString(), "", "bin", HOME.resolve("b").toString());
        assertThat(ExecutablePath.parse(variable).folders()).containsExactly(HOME, HOME.resolve("b"));
    }

    private static Properties system(String os) {
        Properties system = new Properties();
        system.setProperty("os.name", os);
        system.setProperty("user.home", HOME.toString());
        return system;
    }
}
