package dev.unbraid.audio;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Leave for one class to break one house rule, with the reason.
///
/// The rules never name a class: who needs an exception says so where the next reader sees it. The house tests
/// refuse a rule they do not know and a reason that is blank. It lives here because `audio` is what all may import.
@Documented
@Repeatable(RuleException.List.class)
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface RuleException {
    /// Name of the rule, as its failure prints it.
    String rule();

    /// The reason, as a sentence.
    String value();

    /// What the compiler folds several exceptions of one class into.
    @Documented
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.TYPE)
    @interface List {
        RuleException[] value();
    }
}
