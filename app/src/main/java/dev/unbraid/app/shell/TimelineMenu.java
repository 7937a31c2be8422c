package dev.unbraid.app.shell;

import dev.unbraid.ui.Messages;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;

/// What can be done with what is selected, under the right mouse button.
final class TimelineMenu {
    private static final List<String> OFFERED =
            List.of("separate-selection", "compare", "difference", "loop", "zoom-selection", "select-none");

    private final Commands commands;
    private final Messages messages;
    private final ContextMenu menu = new ContextMenu();

    TimelineMenu(Commands commands, Messages messages) {
        this.commands = commands;
        this.messages = messages;
    }

    /// A lane's header has a menu of its own, and keeps its presses.
    void listenTo(Node timeline) {
        timeline.setOnContextMenuRequested(asked -> {
            List<MenuItem> items = OFFERED.stream().map(commands::named).<MenuItem>map(it -> MenuRow.of(it, messages)).toList();
            menu.getItems().setAll(items);
            menu.show(timeline, asked.getScreenX(), asked.getScreenY());
            asked.consume();
        });
    }
}
