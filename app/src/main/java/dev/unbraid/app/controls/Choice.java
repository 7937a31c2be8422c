package dev.unbraid.app.controls;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/// One of several values in a list that drops down.
///
/// @param <T> what is chosen between
public final class Choice<T> extends ComboBox<T> {
    private boolean showing;

    /// @param label  what a value is called
    /// @param chosen hears what the user picks
    public Choice(Function<T, String> label, Consumer<T> chosen) {
        setMaxWidth(Double.MAX_VALUE);
        setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : label.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException(text);
            }
        });
        setOnAction(_ -> {
            if (!showing && getValue() != null) {
                chosen.accept(getValue());
            }
        });
    }

    /// Shows what there is and which of it holds, without calling it a choice of the user's.
    public void show(List<T> values, T holds) {
        showing = true;
        if (!getItems().equals(values)) {
            getItems().setAll(values);
        }
        setValue(holds);
        showing = false;
    }
}
