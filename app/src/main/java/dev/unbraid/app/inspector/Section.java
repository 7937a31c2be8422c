package dev.unbraid.app.inspector;

import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A heading and what stands under it.
class Section extends VBox {
    Section(String heading) {
        getStyleClass().add("ub-inspector-section");
        Label label = new Label(heading.toUpperCase(Locale.ROOT));
        label.getStyleClass().addAll("ub-section", "ub-inspector-heading");
        getChildren().add(label);
    }

    /// Adds a control under a caption.
    final Label add(String caption, Node control) {
        Label label = new Label(caption);
        label.getStyleClass().add("ub-inspector-caption");
        label.setLabelFor(control);
        if (control.getAccessibleText() == null) {
            control.setAccessibleText(caption);
        }
        getChildren().addAll(label, control);
        return label;
    }

    /// Adds a control under a caption that ends with what the control says.
    final void add(String caption, Node value, Node control) {
        Label label = new Label(caption);
        label.getStyleClass().add("ub-inspector-caption");
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        control.setAccessibleText(caption);
        getChildren().addAll(new HBox(label, between, value), control);
    }
}
