package dev.unbraid.app.shell;

import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;

/// Something that the user can ask for, whichever way: menus, keys and the list of keys are made of these.
///
/// @param id       the key of its text is `command.ID`
/// @param keys     any of them; the first is the one that is shown
/// @param selected whether it is switched on; empty for what is no switch
public record Command(
        String id, Group group, List<KeyCombination> keys, ObservableBooleanValue enabled,
        Optional<ObservableBooleanValue> selected, Runnable action) {
    /// In the order of the menus.
    public enum Group { FILE, EDIT, VIEW, PLAY, LANE, HELP }

    public Command {
        keys = List.copyOf(keys);
    }

    String textKey() {
        return "command." + id;
    }

    /// Does it, where it can be done now.
    void run() {
        if (enabled.get()) {
            action.run();
        }
    }
}
