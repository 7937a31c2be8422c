package dev.unbraid.app.controls;

import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;

/// Names on the left, what they name on the right.
public final class FormGrid extends GridPane {
    private int rows;

    public FormGrid() {
        getStyleClass().add("ub-form");
        ColumnConstraints names = new ColumnConstraints();
        ColumnConstraints fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        fields.setFillWidth(true);
        getColumnConstraints().setAll(names, fields);
    }

    /// @param name also what screen readers call the field; empty for a row that belongs to the one above
    public FormGrid row(String name, Node field) {
        Label label = new Label(name);
        label.getStyleClass().addAll("ub-dim", "ub-form-name");
        label.setLabelFor(field);
        GridPane.setValignment(label, VPos.TOP);
        if (!name.isEmpty() && field.getAccessibleText() == null) {
            field.setAccessibleText(name);
        }
        addRow(rows++, label, field);
        return this;
    }
}
