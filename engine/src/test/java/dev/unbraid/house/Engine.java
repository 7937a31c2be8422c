package dev.unbraid.house;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.unbraid.audio.AudioSpec;

import java.net.URISyntaxException;
import java.nio.file.Path;

/// The engine as the rules see it: its compiled classes and where they lie.
final class Engine {
    static final String ROOT = "dev.unbraid.";
    static final Path CLASSES_FOLDER = classesFolder();
    static final JavaClasses CLASSES = new ClassFileImporter().importPath(CLASSES_FOLDER);

    private Engine() {}

    private static Path classesFolder() {
        try {
            return Path.of(AudioSpec.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
