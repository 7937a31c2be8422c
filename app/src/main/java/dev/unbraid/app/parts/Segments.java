package dev.unbraid.app.parts;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// Few values side by side, of which exactly one holds.
public final class Segments<T> extends HBox {
    private final ToggleGroup group = new ToggleGroup();
    private final ObjectProperty<T> value;

    /// @param label what a value is called
    /// @param first holds until somebody says otherwise
    public Segments(List<T> values, Function<T, String> label, T first) {
        value = new SimpleObjectProperty<>(first);
        getStyleClass().add("ub-segments");
        for (T each : values) {
            ToggleButton segment = new ToggleButton(label.apply(each));
            segment.getStyleClass().setAll("toggle-button", "ub-segment");
            segment.setToggleGroup(group);
            segment.setUserData(each);
            segment.setMaxWidth(Double.MAX_VALUE);
            segment.setOnAction(_ -> choose(each));
            HBox.setHgrow(segment, Priority.ALWAYS);
            getChildren().add(segment);
        }
        value.addListener((_, _, _) -> show());
        show();
    }

    private void choose(T chosen) {
        value.set(chosen);
        // A click on the one that holds would leave none.
        show();
    }

    private void show() {
        group.getToggles().stream()
                .filter(it -> Objects.equals(it.getUserData(), value.get()))
                .findFirst()
                .ifPresent(group::selectToggle);
    }

    public ObjectProperty<T> valueProperty() {
        return value;
    }
}
