package dev.unbraid.settings;

import java.util.List;

/// What this program runs on, for a report of a problem.
public final class MachineVersions {
    private MachineVersions() {}

    /// @return a line each
    public static List<String> lines() {
        return List.of(
                "Java %s (%s)".formatted(Runtime.version(), property("java.vendor")),
                "JavaFX " + property("javafx.runtime.version"),
                "%s %s %s".formatted(property("os.name"), property("os.version"), property("os.arch")));
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }
}
