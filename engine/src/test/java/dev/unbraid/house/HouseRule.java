package dev.unbraid.house;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import dev.unbraid.audio.RuleException;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/// The rules that an annotation may lift for one class.
enum HouseRule {
    FILE_LINES("file-lines"),
    METHOD_LINES("method-lines"),
    CONSTRUCTOR_PARAMETERS("constructor-parameters"),
    RECORD_COMPONENTS("record-components"),
    NO_SWING("no-swing"),
    DJL_AT_HOME("djl-at-home"),
    FFMPEG_AT_HOME("ffmpeg-at-home"),
    LAYERS("layers"),
    PURE_PROJECT("pure-project"),
    REAL_TIME_MIX("real-time-mix"),
    THREADS("threads"),
    SYSTEM_PROPERTIES("system-properties"),
    STANDARD_OUTPUT("standard-output"),
    STATIC_STATE("static-state"),
    NAMES("names");

    private final String label;

    HouseRule(String label) {
        this.label = label;
    }

    @Override
    public String toString() {
        return label;
    }

    static Optional<HouseRule> named(String label) {
        return Arrays.stream(values()).filter(rule -> rule.label.equals(label)).findFirst();
    }

    /// The classes that this rule binds: all that carry no exception to it, nor lie in one that does.
    DescribedPredicate<JavaClass> binds() {
        return DescribedPredicate.describe("carry no exception to " + this, type -> !isLiftedFor(type));
    }

    private boolean isLiftedFor(JavaClass type) {
        return exceptions(type).anyMatch(it -> it.get("rule").orElse("").equals(label))
                || type.getEnclosingClass().filter(this::isLiftedFor).isPresent();
    }

    /// The exceptions that `type` itself carries.
    static Stream<JavaAnnotation<JavaClass>> exceptions(JavaClass type) {
        return type.getAnnotations().stream().flatMap(HouseRule::unfold);
    }

    private static Stream<JavaAnnotation<JavaClass>> unfold(JavaAnnotation<JavaClass> annotation) {
        if (annotation.getRawType().isEquivalentTo(RuleException.class)) {
            return Stream.of(annotation);
        }
        if (!annotation.getRawType().isEquivalentTo(RuleException.List.class)) {
            return Stream.empty();
        }
        @SuppressWarnings("unchecked")
        var several = (JavaAnnotation<JavaClass>[]) annotation.get("value").orElseThrow();
        return Arrays.stream(several);
    }
}
