package dev.unbraid.app.controls;

import java.util.function.Consumer;
import javafx.beans.property.StringProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.StackPane;

/// A text that turns into a field: by clicks, or by Enter or F2 while it has the focus. Enter and leaving it keep what
/// was typed, Escape does not.
public final class EditableText extends StackPane {
    /// What begins editing.
    public enum Gesture { CLICK, DOUBLE_CLICK }

    private final Label label = new Label();
    private final TextField field = new TextField();
    private final Consumer<String> typed;

    /// @param typed hears what was typed, if it is another text; it sets [#textProperty] if it takes it
    public EditableText(Gesture gesture, Consumer<String> typed) {
        this.typed = typed;
        getStyleClass().add("ub-editable");
        field.setVisible(false);
        field.setManaged(false);
        label.setMinWidth(0);
        label.maxWidthProperty().bind(widthProperty());
        label.alignmentProperty().bind(alignmentProperty());
        field.getStyleClass().add("ub-editable-field");
        getChildren().addAll(label, field);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        int clicks = switch (gesture) {
            case CLICK -> 1;
            case DOUBLE_CLICK -> 2;
        };
        setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == clicks
                    && event.isStillSincePress() && !isEditing()) {
                edit();
                event.consume();
            }
        });
        setOnKeyPressed(this::key);
        field.focusedProperty().subscribe(focused -> {
            if (!focused && isEditing()) {
                keep();
            }
        });
    }

    public StringProperty textProperty() {
        return label.textProperty();
    }

    public boolean isEditing() {
        return field.isVisible();
    }

    /// Begins editing, with all of the text selected.
    public void edit() {
        field.setText(label.getText());
        show(true);
        field.requestFocus();
        field.selectAll();
    }

    private void key(KeyEvent event) {
        if (isEditing()) {
            if (event.getCode() == KeyCode.ENTER) {
                keep();
                requestFocus();
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                show(false);
                requestFocus();
                event.consume();
            }
        } else if (event.getCode() == KeyCode.F2 || event.getCode() == KeyCode.ENTER) {
            edit();
            event.consume();
        }
    }

    private void keep() {
        show(false);
        String text = field.getText().strip();
        if (!text.isEmpty() && !text.equals(label.getText())) {
            typed.accept(text);
        }
    }

    private void show(boolean editing) {
        field.setVisible(editing);
        label.setVisible(!editing);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        field.resizeRelocate(-5, getHeight() / 2 - 12, getWidth() + 10, 24);
    }
}
