package dev.unbraid.house;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

class BudgetsTest {
    private static final int FILE_LINES = 400;
    private static final int METHOD_LINES = 40;
    private static final int CONSTRUCTOR_PARAMETERS = 5;
    // A record is a value: its components are read by name, and none of them is a collaborator to be wired. Eight is
    // what still fits a line of names; beyond that there are two values in it.
    private static final int RECORD_COMPONENTS = 8;

    private static final List<SourceFile> FILES = sources();

    @Test
    void theMeasureSeesTheWholeEngine() {
        assertThat(FILES).anyMatch(file -> file.path().endsWith("AudioSpec.java"));
    }

    @Test
    void noFileIsLongerThanAReaderCanHold() {
        assertThat(over(HouseRule.FILE_LINES, FILE_LINES)).as("split by subject").isEmpty();
    }

    @Test
    void noMethodIsLongerThanAScreen() {
        assertThat(over(HouseRule.METHOD_LINES, METHOD_LINES)).as("a part of it has a name").isEmpty();
    }

    @Test
    void noConstructorTakesASixthParameter() {
        assertThat(over(HouseRule.CONSTRUCTOR_PARAMETERS, CONSTRUCTOR_PARAMETERS)).as("a type is missing").isEmpty();
    }

    @Test
    void noRecordHasANinthComponent() {
        assertThat(over(HouseRule.RECORD_COMPONENTS, RECORD_COMPONENTS)).as("two values in one").isEmpty();
    }

    @Test
    void everyPackageSaysWhatItIsFor() {
        var silent = FILES.stream().map(file -> file.path().getParent()).distinct()
                .filter(folder -> !folder.endsWith("java"))
                .filter(folder -> !Files.exists(folder.resolve("package-info.java")));
        assertThat(silent).as("folders without package-info.java").isEmpty();
    }

    private static List<Measure> over(HouseRule rule, int budget) {
        return FILES.stream().flatMap(file -> file.measures(rule).stream()).filter(it -> it.size() > budget).toList();
    }

    private static List<SourceFile> sources() {
        Path house = Engine.CLASSES_FOLDER.resolve("../../..").normalize();
        return Stream.of("engine", "app", "ui-resources")
                .map(module -> house.resolve(module).resolve("src/main/java"))
                .flatMap(BudgetsTest::javaFiles).map(SourceFile::parse).toList();
    }

    private static Stream<Path> javaFiles(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
