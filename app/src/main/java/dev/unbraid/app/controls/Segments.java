package dev.unbraid.app.controls;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/// A row of joined buttons of which one is chosen.
///
/// @param <T> what is chosen between
public final class Segments<T> extends HBox {
    private final Map<T, ToggleButton> buttons = new LinkedHashMap<>();
    private final ToggleGroup group = new ToggleGroup();
    private final ObjectProperty<T> value;
    private final Consumer<T> chosen;

    /// @param chosen hears what the user picks; what is shown follows [#valueProperty] alone
    public Segments(T shown, Consumer<T> chosen) {
        this.value = new SimpleObjectProperty<>(shown);
        this.chosen = chosen;
        getStyleClass().add("ub-segments");
        value.addListener((_, _, _) -> select());
    }

    /// Adds a button with a text.
    public Segments<T> with(T choice, String text) {
        return with(choice, button -> {
            button.setText(text);
            button.setAccessibleText(text);
        });
    }

    /// Adds a button with a text and what it means.
    public Segments<T> with(T choice, String text, String meaning) {
        with(choice, text);
        describe(choice, meaning);
        return this;
    }

    /// Says what a choice means, as a tooltip and for those who hear the window.
    ///
    /// @param choice one that has a button
    public void describe(T choice, String meaning) {
        ToggleButton button = Objects.requireNonNull(buttons.get(choice));
        Tip.on(button, meaning);
    }

    /// @param choice one that has a button
    public void setPossible(T choice, boolean possible) {
        Objects.requireNonNull(buttons.get(choice)).setDisable(!possible);
    }

    /// Adds a button with an icon.
    public Segments<T> with(T choice, Node icon, String meaning) {
        return with(choice, button -> {
            button.setGraphic(icon);
            button.setAccessibleText(meaning);
            Tip.on(button, meaning);
        });
    }

    private Segments<T> with(T choice, Consumer<ToggleButton> dress) {
        ToggleButton button = new ToggleButton();
        button.getStyleClass().setAll("ub-segment");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(0);
        button.setToggleGroup(group);
        HBox.setHgrow(button, Priority.ALWAYS);
        button.setPrefWidth(10);
        dress.accept(button);
        button.setOnAction(_ -> {
            chosen.accept(choice);
            select();
        });
        buttons.put(choice, button);
        getChildren().add(button);
        select();
        return this;
    }

    private void select() {
        ToggleButton shown = buttons.get(value.get());
        group.selectToggle(shown);
    }

    public ObjectProperty<T> valueProperty() {
        return value;
    }
}
