package dev.unbraid.app.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import java.nio.file.Path;
import java.util.List;

class ForbiddenArrowsTest {
    private static final JavaClasses APP = new ClassFileImporter().importPath(Path.of("target/classes"));
    private static final String ROOT = "dev.unbraid.app.";
    private static final List<String> FEATURES = List.of(
            "timeline", "transport", "mixer", "separate", "sum", "importing", "exporting", "plugins", "preferences", "queue");

    @Test
    void onlyFxLeadsToTheScreenThread() {
        check(noClasses().that().resideOutsideOfPackage(ROOT + "fx..")
                .should().callMethodWhere(describe("it is Platform.runLater", call ->
                        call.getTargetOwner().getName().equals("javafx.application.Platform")
                                && call.getName().equals("runLater")))
                .because("the screen reads the newest state once a pulse; an event each would flood it"));
    }

    @ParameterizedTest
    @FieldSource("FEATURES")
    void aFeatureKnowsNoOther(String feature) {
        var others = FEATURES.stream().filter(it -> !it.equals(feature)).map(it -> ROOT + it + "..");
        check(noClasses().that().resideInAPackage(ROOT + feature + "..")
                .should().dependOnClassesThat().resideInAnyPackage(others.toArray(String[]::new))
                .because("the shell composes features, and what they share is the mirror"));
    }

    @Test
    void aLayerPaintsAndEditsNothing() {
        check(noClasses().that().resideInAPackage(ROOT + "timeline.layer..")
                .should().dependOnClassesThat().haveFullyQualifiedName("dev.unbraid.project.Edit")
                .because("a layer is painted whenever the screen likes; gestures are the tools' business"));
    }

    @Test
    void theWindowKnowsNoTensor() {
        check(noClasses().should().dependOnClassesThat().resideInAnyPackage(
                        "ai.djl..", "dev.unbraid.compute..", "dev.unbraid.htdemucs..", "dev.unbraid.checkpoint..")
                .because("the engine must be able to change its network, and to move it into another process"));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(APP);
    }
}
