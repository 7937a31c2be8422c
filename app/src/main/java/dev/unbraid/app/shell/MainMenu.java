package dev.unbraid.app.shell;

import dev.unbraid.app.controls.Tip;
import dev.unbraid.ui.Messages;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// All commands under one button.
final class MainMenu extends Button {
    /// Before these there is a line.
    private static final Set<String> PARTS = Set.of(
            "save", "separate", "separate-many", "preferences", "quit", "select-all", "sum-off", "remove-stems", "inspector", "follow-none",
            "colours-system", "start", "shuttle-back", "loop", "lane-above", "all-waveforms", "report", "about");

    private final Commands commands;
    private final DocumentFiles files;
    private final Messages messages;
    private final ContextMenu menu = new ContextMenu();

    MainMenu(Commands commands, DocumentFiles files, Messages messages) {
        super("", new FontIcon(MaterialDesignM.MENU));
        this.commands = commands;
        this.files = files;
        this.messages = messages;
        getStyleClass().add("ub-icon-button");
        setAccessibleText(messages.text("menu"));
        Tip.on(this, messages.text("menu"));
        setOnAction(_ -> open());
    }

    /// Anew each time: what is possible, switched on or recent may have changed.
    void open() {
        menu.getItems().setAll(List.of(Command.Group.values()).stream().map(this::group).toList());
        menu.show(this, Side.BOTTOM, 0, 4);
    }

    private MenuItem group(Command.Group group) {
        Menu items = new Menu(messages.text("group." + group.name()));
        for (Command command : commands.of(group)) {
            if (PARTS.contains(command.id())) {
                items.getItems().add(new SeparatorMenuItem());
            }
            items.getItems().add(MenuRow.of(command, messages));
            if (command.id().equals("open")) {
                items.getItems().add(recent());
            }
        }
        return items;
    }

    private Menu recent() {
        Menu menu = new Menu(messages.text("recent"));
        List<MenuItem> items = new ArrayList<>();
        for (Path file : files.recent().list()) {
            MenuItem item = new MenuItem(FoundFiles.name(file));
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> files.openRecent(file));
            items.add(item);
        }
        menu.setDisable(items.isEmpty());
        if (!items.isEmpty()) {
            MenuItem clear = new MenuItem(messages.text("recent.clear"));
            clear.setOnAction(_ -> files.recent().clear());
            items.add(new SeparatorMenuItem());
            items.add(clear);
        }
        menu.getItems().setAll(items);
        return menu;
    }
}
