package dev.unbraid.app.shell;

import dev.unbraid.app.mirror.ChosenRange;
import dev.unbraid.app.mirror.Desk;
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

    /// Whether some of the time is selected in a song that has stems.
    static BooleanBinding hasStretch(Desk desk) {
        return Bindings.createBooleanBinding(
                () -> desk.session().activeSong().filter(it -> !it.stems().isEmpty()).isPresent() && ChosenRange.of(desk).isPresent(),
                desk.session().activeSongProperty(), desk.view().selectionProperty(), desk.view().boxProperty());
    }

    static <T> BooleanBinding present(ObservableValue<Optional<T>> value) {
        return Bindings.createBooleanBinding(() -> value.getValue().isPresent(), value);
    }
}
