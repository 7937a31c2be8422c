package dev.unbraid.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.util.Set;

class ModuleExportsTest {
    @Test
    void onlyAudioAndPluginArePublic() throws IOException {
        for (var exported : descriptor().exports()) {
            if (exported.isQualified()) {
                assertThat(exported.targets()).as(exported.source()).isEqualTo(Set.of("dev.unbraid.app"));
            } else {
                assertThat(exported.source()).isIn("dev.unbraid.audio", "dev.unbraid.plugin");
            }
        }
    }

    @Test
    void reflectionIsForTheLibrariesThatNeedIt() throws IOException {
        for (var opened : descriptor().opens()) {
            assertThat(opened.targets()).as(opened.source()).isNotEmpty()
                    .isSubsetOf("info.picocli", "com.google.gson");
        }
    }

    private static ModuleDescriptor descriptor() throws IOException {
        try (var bytes = Files.newInputStream(Engine.CLASSES_FOLDER.resolve("module-info.class"))) {
            return ModuleDescriptor.read(bytes);
        }
    }
}
