package dev.unbraid.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.util.stream.Collectors;
import java.util.stream.Stream;

class LayersTest {
    @TestFactory
    Stream<DynamicTest> aPackageImportsOnlyWhatItsRowAllows() {
        return Layer.TABLE.stream().map(row -> dynamicTest(row.name(), () -> classes()
                .that().resideInAPackage(Engine.ROOT + row.name() + "..")
                .and(HouseRule.LAYERS.binds())
                .should().onlyDependOnClassesThat(allowedFor(row))
                .because(row.because() + " [layers]")
                .allowEmptyShould(true)
                .check(Engine.CLASSES)));
    }

    @Test
    void everyPackageHasARow() {
        var rows = Layer.TABLE.stream().map(Layer::name).collect(Collectors.toSet());
        var packages = Engine.CLASSES.stream().map(LayersTest::packageUnderRoot).collect(Collectors.toSet());
        assertThat(rows).as("a package without a row may import anything").containsAll(packages);
    }

    @Test
    void aRowImportsOnlyRowsAboveItInTheTable() {
        for (int i = 0; i < Layer.TABLE.size(); i++) {
            var below = Layer.TABLE.subList(0, i).stream().map(Layer::name).toList();
            assertThat(below).as(Layer.TABLE.get(i).name()).containsAll(Layer.TABLE.get(i).imports());
        }
    }

    @Test
    void noPackagesFormACycle() {
        slices().matching(Engine.ROOT + "(*)..").should().beFreeOfCycles()
                .because("two packages that know each other are one package with two names")
                .check(Engine.CLASSES);
    }

    private static DescribedPredicate<JavaClass> allowedFor(Layer row) {
        return DescribedPredicate.describe(row.toString(), type -> {
            var name = type.getBaseComponentType().getPackageName();
            return type.getBaseComponentType().isPrimitive()
                    || Library.common(name)
                    || row.libraries().stream().anyMatch(it -> it.holds(name))
                    || name.startsWith(Engine.ROOT) && row.seesPackage(packageUnderRoot(type.getBaseComponentType()))
                    || type.getName().startsWith("dev.unbraid.audio.RuleException");
        });
    }

    private static String packageUnderRoot(JavaClass type) {
        return type.getPackageName().substring(Engine.ROOT.length()).split("\\.")[0];
    }
}
