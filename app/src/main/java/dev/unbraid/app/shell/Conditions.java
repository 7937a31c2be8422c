package dev.unbraid.app.shell;

import dev.unbraid.app.mirror.SessionMirror;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;

/// When commands are possible.
final class Conditions {
    private Conditions() {}

    static BooleanBinding hasSong(SessionMirror session) {
        return present(session.activeSongProperty());
    }

    static <T> BooleanBinding present(ObservableValue<Optional<T>> value) {
        return Bindings.createBooleanBinding(() -> value.getValue().isPresent(), value);
    }
}
