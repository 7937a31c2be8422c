package dev.unbraid.app.shell;

import javafx.scene.input.KeyCombination;

/// Keys as they are written on a keyboard.
final class KeyLabels {
    private KeyLabels() {}

    /// Of the first combination; empty where there is none.
    static String of(Command command) {
        return command.keys().stream().findFirst().map(KeyLabels::of).orElse("");
    }

    static String of(KeyCombination keys) {
        return keys.getDisplayText();
    }
}
