package dev.unbraid.settings;

import java.nio.file.Path;

/// What could not be taken over from the preferences on disk; the usual takes its place.
public sealed interface SettingsFlaw {
    Path file();

    /// @param why as the system says it
    record Unreadable(Path file, String why) implements SettingsFlaw {}

    /// It is no JSON.
    ///
    /// @param keptAs the name that it has now
    record SetAside(Path file, String keptAs) implements SettingsFlaw {}

    /// It is no JSON, and could not be renamed.
    record Stuck(Path file, String why) implements SettingsFlaw {}

    /// @param key   with that of its part before a dot
    /// @param value as it is written there
    /// @param must  what it must be, in English
    record Value(Path file, String key, String value, String must) implements SettingsFlaw {}

    /// For the command line and for reports.
    default String sentence() {
        return switch (this) {
            case Unreadable(Path file, String why) ->
                "%s cannot be read (%s), so the usual preferences are used.".formatted(file, why);
            case SetAside(Path file, String keptAs) ->
                "%s is no JSON and was kept as %s; the usual preferences are used.".formatted(file, keptAs);
            case Stuck(Path file, String why) ->
                "%s is no JSON and cannot be renamed (%s); the usual preferences are used.".formatted(file, why);
            case Value(Path file, String key, String value, String must) ->
                "%s: %s is %s, but must be %s; the usual is used instead.".formatted(file, key, value, must);
        };
    }
}
