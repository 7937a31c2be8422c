package dev.unbraid.app.controls;

import java.util.Set;

/// The colour that means a stem.
public final class StemColour {
    private static final Set<String> KNOWN = Set.of("drums", "bass", "other", "vocals", "guitar", "piano");

    private StemColour() {}

    /// @param stem as a model calls it
    /// @return a paint for style sheets
    public static String of(String stem) {
        return KNOWN.contains(stem) ? "-ub-" + stem : "-ub-dim";
    }
}
