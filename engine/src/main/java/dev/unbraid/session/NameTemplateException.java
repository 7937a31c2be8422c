package dev.unbraid.session;

/// No files can be named so. The message is a sentence for the command line; the window words [#flaw] itself.
public final class NameTemplateException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    private final Flaw flaw;
    private final String pattern;

    /// What is wrong with a pattern.
    public enum Flaw {
        /// It asks for something that there is not.
        UNKNOWN_PLACEHOLDER,
        /// All stems would get one name.
        WITHOUT_STEM,
        /// It leads out of the output folder, or nowhere.
        NO_PATH_BELOW
    }

    NameTemplateException(Flaw flaw, String pattern, String sentence) {
        super(sentence);
        this.flaw = flaw;
        this.pattern = pattern;
    }

    public Flaw flaw() {
        return flaw;
    }

    public String pattern() {
        return pattern;
    }
}
