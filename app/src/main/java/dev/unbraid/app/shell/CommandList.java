package dev.unbraid.app.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;

/// Collects the commands of one group.
final class CommandList {
    private static final ObservableBooleanValue ALWAYS = new ReadOnlyBooleanWrapper(true).getReadOnlyProperty();

    private final Command.Group group;
    private final List<Command> commands = new ArrayList<>();

    CommandList(Command.Group group) {
        this.group = group;
    }

    /// @param keys as in [KeyCombination#valueOf], separated by blanks, which in a key's name are written _; empty for none
    CommandList add(String id, String keys, Runnable action) {
        return add(id, keys, ALWAYS, action);
    }

    CommandList add(String id, String keys, ObservableBooleanValue enabled, Runnable action) {
        commands.add(new Command(id, group, combinations(keys), enabled, Optional.empty(), action));
        return this;
    }

    CommandList add(String id, String keys, BooleanProperty property) {
        return add(id, keys, ALWAYS, property, () -> property.set(!property.get()));
    }

    CommandList add(String id, String keys, ObservableBooleanValue enabled, ObservableBooleanValue selected, Runnable action) {
        commands.add(new Command(id, group, combinations(keys), enabled, Optional.of(selected), action));
        return this;
    }

    /// One of several: on while `choice` has this value.
    <T> CommandList choice(String id, Property<T> choice, T value) {
        ObservableBooleanValue on = Bindings.createBooleanBinding(() -> value.equals(choice.getValue()), choice);
        return choice(id, on, () -> choice.setValue(value));
    }

    CommandList choice(String id, ObservableBooleanValue on, Runnable choose) {
        return add(id, "", ALWAYS, on, choose);
    }

    List<Command> commands() {
        return List.copyOf(commands);
    }

    private static List<KeyCombination> combinations(String keys) {
        return Stream.of(keys.split(" ")).filter(it -> !it.isEmpty()).map(it -> KeyCombination.valueOf(it.replace('_', ' '))).toList();
    }
}
