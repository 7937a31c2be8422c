package dev.unbraid.app.shell;

import dev.unbraid.ui.Messages;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import java.util.Optional;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/// A command as a menu shows it: whether it is on, its name, its keys.
///
/// Not with the menu's own accelerators: those would listen for keys a second time.
final class MenuRow {
    private MenuRow() {}

    static CustomMenuItem of(Command command, Messages messages) {
        Label name = new Label(messages.text(command.textKey()));
        Label keys = new Label(KeyLabels.of(command));
        keys.getStyleClass().add("ub-menu-keys");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(tick(command), name, gap, keys);
        row.getStyleClass().add("ub-menu-row");
        CustomMenuItem item = new CustomMenuItem(row);
        item.setId(command.id());
        item.setDisable(!command.enabled().get());
        item.setOnAction(_ -> command.run());
        return item;
    }

    private static StackPane tick(Command command) {
        StackPane tick = new StackPane();
        tick.getStyleClass().add("ub-menu-tick");
        Optional<Boolean> on = command.selected().map(it -> it.get());
        if (on.orElse(false)) {
            tick.getChildren().add(new FontIcon(MaterialDesignC.CHECK));
        }
        return tick;
    }
}
