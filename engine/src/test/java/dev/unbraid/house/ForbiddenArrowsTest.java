package dev.unbraid.house;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.GivenClassesConjunction;
import org.junit.jupiter.api.Test;

import java.util.Set;

class ForbiddenArrowsTest {
    @Test
    void theEngineHasNoWindow() {
        check(HouseRule.NO_SWING, bound(HouseRule.NO_SWING)
                .should().dependOnClassesThat().resideInAnyPackage("javafx..", "java.awt..", "javax.swing..")
                .because("it must run where there is no screen"));
    }

    @Test
    void tensorsStayInComputeAndHtdemucs() {
        check(HouseRule.DJL_AT_HOME, bound(HouseRule.DJL_AT_HOME)
                .and().resideOutsideOfPackages("dev.unbraid.compute..", "dev.unbraid.htdemucs..")
                .should().dependOnClassesThat().resideInAPackage("ai.djl..")
                .because("native memory has an owner only as long as it stays within a scope; floats leave"));
    }

    @Test
    void theDecoderStaysInCodec() {
        check(HouseRule.FFMPEG_AT_HOME, bound(HouseRule.FFMPEG_AT_HOME)
                .and().resideOutsideOfPackage("dev.unbraid.codec..")
                .should().dependOnClassesThat().resideInAPackage("org.bytedeco..")
                .because("another decoder must be able to take its place"));
    }

    @Test
    void audioAndPluginImportNothingAbove() {
        check(HouseRule.LAYERS, bound(HouseRule.LAYERS)
                .and().resideInAnyPackage("dev.unbraid.audio..", "dev.unbraid.plugin..")
                .should().dependOnClassesThat(resideInAnyPackage("dev.unbraid..")
                        .and(DescribedPredicate.not(resideInAnyPackage("dev.unbraid.audio..", "dev.unbraid.plugin.."))))
                .because("plugin authors compile against these two alone"));
    }

    @Test
    void separationAndSessionDoNotKnowTheNetwork() {
        check(HouseRule.LAYERS, bound(HouseRule.LAYERS)
                .and().resideInAnyPackage("dev.unbraid.separation..", "dev.unbraid.session..")
                .should().dependOnClassesThat().resideInAPackage("dev.unbraid.htdemucs..")
                .because("it is wired in the composition root only"));
    }

    @Test
    void theDocumentTouchesNoDiskClockOrThread() {
        check(HouseRule.PURE_PROJECT, bound(HouseRule.PURE_PROJECT)
                .and().resideInAPackage("dev.unbraid.project..")
                .should().dependOnClassesThat().resideInAnyPackage("java.io..", "java.nio..", "java.util.concurrent..")
                .orShould().dependOnClassesThat().areAssignableTo(Thread.class)
                .orShould().dependOnClassesThat().areAssignableTo(java.time.Clock.class)
                .orShould().callMethodWhere(targets(System.class, Set.of("currentTimeMillis", "nanoTime")))
                .orShould().callMethodWhere(describe("it reads the clock", call ->
                        call.getTargetOwner().getPackageName().equals("java.time") && call.getName().equals("now")))
                .because("undo, tests and a second window need the same document from the same edits"));
    }

    @Test
    void theMixNeitherLocksNorLogsNorReadsFiles() {
        check(HouseRule.REAL_TIME_MIX, bound(HouseRule.REAL_TIME_MIX)
                .and().resideInAPackage("dev.unbraid.mix..")
                .should().dependOnClassesThat().resideInAnyPackage(
                        "java.util.concurrent.locks..", "java.io..", "java.nio.file..", "java.nio.channels..",
                        "java.net..", "org.slf4j..", "java.util.logging..")
                .orShould().callMethodWhere(targets(Object.class, Set.of("wait")))
                .because("the playback thread must never wait"));
        methods().that().areDeclaredInClassesThat(HouseRule.REAL_TIME_MIX.binds())
                .and().areDeclaredInClassesThat().resideInAPackage("dev.unbraid.mix..")
                .should().notHaveModifier(JavaModifier.SYNCHRONIZED)
                .because("the playback thread must never wait [real-time-mix]")
                .allowEmptyShould(true).check(Engine.CLASSES);
    }

    @Test
    void threadsStartInComputePlaybackSessionAndOverview() {
        check(HouseRule.THREADS, bound(HouseRule.THREADS)
                .and().resideOutsideOfPackages("dev.unbraid.compute..", "dev.unbraid.playback..",
                        "dev.unbraid.session..", "dev.unbraid.overview..")
                .should().callConstructorWhere(describe("it makes a thread or an executor", call ->
                        call.getTargetOwner().isAssignableTo(Thread.class)
                                || call.getTargetOwner().isAssignableTo(java.util.concurrent.Executor.class)))
                .orShould().callMethodWhere(targets(Thread.class,
                        Set.of("ofVirtual", "ofPlatform", "startVirtualThread")))
                .orShould().dependOnClassesThat().areAssignableTo(java.util.concurrent.Executors.class)
                .orShould().callMethodWhere(describe("it starts a task in the common pool", call ->
                        Set.of("parallelStream", "parallel", "runAsync", "supplyAsync", "commonPool")
                                .contains(call.getName())
                                && call.getTargetOwner().getPackageName().startsWith("java.util")))
                .because("whoever starts tasks must wait for them, and few places can be watched"));
    }

    @Test
    void onlySettingsReadTheEnvironment() {
        check(HouseRule.SYSTEM_PROPERTIES, bound(HouseRule.SYSTEM_PROPERTIES)
                .and().resideOutsideOfPackage("dev.unbraid.settings..")
                .should().callMethodWhere(targets(System.class, Set.of("getProperty", "getProperties", "getenv")))
                .orShould().callMethod(Integer.class, "getInteger", String.class)
                .orShould().callMethod(Boolean.class, "getBoolean", String.class)
                .because("a switch that nobody can find in the settings is a bug that nobody can find"));
    }

    @Test
    void onlyTheCommandLinePrints() {
        check(HouseRule.STANDARD_OUTPUT, bound(HouseRule.STANDARD_OUTPUT)
                .and().resideOutsideOfPackage("dev.unbraid.cli..")
                .should().accessFieldWhere(describe("it is System.out or System.err", (JavaAccess<?> access) ->
                        access.getTargetOwner().isEquivalentTo(System.class)
                                && Set.of("out", "err").contains(access.getName())))
                .orShould().callMethodWhere(targets(Throwable.class, Set.of("printStackTrace")))
                .because("--json promises that every line is an object"));
    }

    @Test
    void nothingStaticChanges() {
        fields().that().areStatic().and().areDeclaredInClassesThat(HouseRule.STATIC_STATE.binds())
                .should().beFinal()
                .because("two engines in one process must not meet [static-state]")
                .allowEmptyShould(true).check(Engine.CLASSES);
    }

    @Test
    void namesSayWhatAClassIs() {
        check(HouseRule.NAMES, bound(HouseRule.NAMES)
                .should().haveSimpleNameEndingWith("Manager")
                .orShould().haveSimpleNameEndingWith("Helper")
                .orShould().haveSimpleNameEndingWith("Util")
                .orShould().haveSimpleNameEndingWith("Utils")
                .orShould().haveSimpleNameEndingWith("Impl")
                .because("such a name fits any class, so it tells nothing about this one"));
    }

    private static GivenClassesConjunction bound(HouseRule rule) {
        return noClasses().that(rule.binds());
    }

    private static void check(HouseRule name, ArchRule rule) {
        rule.as(rule.getDescription() + " [" + name + "]").allowEmptyShould(true).check(Engine.CLASSES);
    }

    private static DescribedPredicate<JavaMethodCall> targets(Class<?> owner, Set<String> names) {
        return describe("it calls %s of %s".formatted(names, owner.getSimpleName()), call ->
                call.getTargetOwner().isAssignableTo(owner) && names.contains(call.getName()));
    }
}
