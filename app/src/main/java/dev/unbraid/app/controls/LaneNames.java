package dev.unbraid.app.controls;

import dev.unbraid.project.Lane;
import dev.unbraid.ui.Messages;

import java.util.Locale;
import java.util.Set;

/// What lanes are called on the screen: in the user's language as long as they have the name they were born with, else as
/// the user called them.
public final class LaneNames {
    private static final Set<String> KNOWN = Set.of(
            Lane.MIX, Lane.RESIDUAL, "drums", "bass", "other", "vocals", "guitar", "piano");

    private final Messages messages;

    public LaneNames(Locale locale) {
        messages = Messages.of("lanes", locale);
    }

    public String of(Lane lane) {
        return isBornWith(lane) ? stem(lane.stem()) : lane.name();
    }

    /// @param stem as a model calls it
    public String stem(String stem) {
        return KNOWN.contains(stem) ? messages.text(stem) : capitalised(stem);
    }

    private static boolean isBornWith(Lane lane) {
        return lane.name().equals(capitalised(lane.stem()));
    }

    private static String capitalised(String stem) {
        return stem.isEmpty() ? stem : stem.substring(0, 1).toUpperCase(Locale.ROOT) + stem.substring(1);
    }
}
