package dev.unbraid.app.shell;

import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyEvent;

/// The table of all that can be asked for.
public final class Commands {
    private final List<Command> all;

    Commands(List<List<Command>> groups) {
        all = groups.stream().flatMap(List::stream).toList();
    }

    public List<Command> all() {
        return all;
    }

    List<Command> of(Command.Group group) {
        return all.stream().filter(it -> it.group() == group).toList();
    }

    /// @throws IllegalArgumentException if there is none
    public Command named(String id) {
        return all.stream().filter(it -> it.id().equals(id)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no command " + id));
    }

    /// What a key means now: two commands may share one if they are never possible at once.
    Optional<Command> forKey(KeyEvent pressed) {
        return all.stream()
                .filter(command -> command.enabled().get()
                        && command.keys().stream().anyMatch(keys -> keys.match(pressed)))
                .findFirst();
    }
}
