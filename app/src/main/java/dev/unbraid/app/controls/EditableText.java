package dev.unbraid.app.controls;

import java.util.Optional;
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
    // Its skin is the dearest part, and most texts are never edited.
    private Optional<TextField> field = Optional.empty();
    private final Consumer<String> typed;

    /// @param typed hears what was typed, if it is another text; it sets [#textProperty] if it takes it
    public EditableText(Gesture gesture, Consumer<String> typed) {
        this.typed = typed;
        getStyleClass().add("ub-editable");
        label.setMinWidth(0);
        label.maxWidthProperty().bind(widthProperty());
        label.alignmentProperty().bind(alignmentProperty());
        getChildren().add(label);
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
    }

    private TextField makeField() {
        TextField made = new TextField();
        made.setVisible(false);
        made.setManaged(false);
        made.getStyleClass().add("ub-editable-field");
        getChildren().add(made);
        made.focusedProperty().subscribe(focused -> {
            if (!focused && isEditing()) {
                keep(made);
            }
        });
        field = Optional.of(made);
        return made;
    }

    public StringProperty textProperty() {
        return label.textProperty();
    }

    public boolean isEditing() {
        return field.filter(TextField::isVisible).isPresent();
    }

    /// Begins editing, with all of the text selected.
    public void edit() {
        TextField editor = field.orElseGet(this::makeField);
        editor.setText(label.getText());
        show(editor, true);
        editor.requestFocus();
        editor.selectAll();
    }

    private void key(KeyEvent event) {
        Optional<TextField> editor = field.filter(TextField::isVisible);
        if (editor.isPresent()) {
            if (event.getCode() == KeyCode.ENTER) {
                keep(editor.get());
                requestFocus();
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                show(editor.get(), false);
                requestFocus();
                event.consume();
            }
        } else if (event.getCode() == KeyCode.F2 || event.getCode() == KeyCode.ENTER) {
            edit();
            event.consume();
        }
    }

    private void keep(TextField editor) {
        show(editor, false);
        String text = editor.getText().strip();
        if (!text.isEmpty() && !text.equals(label.getText())) {
            typed.accept(text);
        }
    }

    private void show(TextField editor, boolean editing) {
        editor.setVisible(editing);
        label.setVisible(!editing);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        field.ifPresent(it -> it.resizeRelocate(-5, getHeight() / 2 - 12, getWidth() + 10, 24));
    }
}
