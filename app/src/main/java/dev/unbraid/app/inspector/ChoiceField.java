package dev.unbraid.app.inspector;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// A field that opens a menu of one or more lists, of each of which one thing is chosen.
final class ChoiceField extends MenuButton {
    ChoiceField() {
        getStyleClass().add("ub-choice-field");
        setMaxWidth(Double.MAX_VALUE);
    }

    /// Adds a list; its ticks are set whenever the menu opens.
    ///
    /// @param now what is chosen
    <T> ChoiceField with(List<T> choices, Function<T, String> text, Supplier<T> now, Consumer<T> chosen) {
        if (!getItems().isEmpty()) {
            getItems().add(new SeparatorMenuItem());
        }
        for (T choice : choices) {
            RadioMenuItem item = new RadioMenuItem(text.apply(choice));
            item.setOnAction(_ -> chosen.accept(choice));
            showingProperty().subscribe(_ -> item.setSelected(Objects.equals(now.get(), choice)));
            getItems().add(item);
        }
        return this;
    }

    /// Adds a line that only says what the list below it is.
    ChoiceField under(String heading) {
        MenuItem item = new MenuItem(heading);
        item.setDisable(true);
        getItems().add(item);
        return this;
    }
}
