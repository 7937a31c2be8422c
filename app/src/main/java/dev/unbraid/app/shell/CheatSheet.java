package dev.unbraid.app.shell;

import dev.unbraid.app.fx.Gradually;
import dev.unbraid.ui.Messages;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// Which key does what, to be searched by what or by key.
final class CheatSheet {
    /// The rest are the same signs elsewhere on the keyboard.
    private static final int MOST_KEYS = 2;

    private final Commands commands;
    private final Messages messages;
    private final FlowPane groups = new FlowPane();
    private final TextField search = new TextField();
    private boolean searched;

    CheatSheet(Commands commands, Messages messages) {
        this.commands = commands;
        this.messages = messages;
        groups.getStyleClass().add("ub-keys-groups");
        search.setPromptText(messages.text("keys.search"));
        search.setAccessibleText(messages.text("keys.search"));
        search.textProperty().addListener(_ -> fill());
    }

    void showOn(Sheet sheet) {
        Node card = card();
        sheet.show(card, search, () -> { });
        Gradually filling = new Gradually(card);
        Stream.of(Command.Group.values()).forEach(group ->
                filling.then(() -> addUnlessSearched(group)));
    }

    private void addUnlessSearched(Command.Group group) {
        if (!searched) {
            found(group, "").ifPresent(groups.getChildren()::add);
        }
    }

    private Node card() {
        Label title = new Label(messages.text("keys.title"));
        title.getStyleClass().add("ub-sheet-title");
        HBox.setHgrow(search, Priority.ALWAYS);
        HBox head = new HBox(24, title, search);
        head.setAlignment(Pos.CENTER_LEFT);
        ScrollPane scroll = new ScrollPane(groups);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox card = new VBox(16, head, scroll);
        card.getStyleClass().add("ub-keys");
        return card;
    }

    private void fill() {
        searched = true;
        String wanted = search.getText().strip().toLowerCase(Locale.ROOT);
        groups.getChildren().setAll(
                Stream.of(Command.Group.values()).flatMap(group -> found(group, wanted).stream()).toList());
        if (groups.getChildren().isEmpty()) {
            Label none = new Label(messages.text("keys.none"));
            none.getStyleClass().add("ub-dim");
            groups.getChildren().add(none);
        }
    }

    private Optional<Node> found(Command.Group group, String wanted) {
        List<Command> found =
                commands.of(group).stream().filter(it -> !it.keys().isEmpty() && matches(it, wanted)).toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(group(found));
    }

    private boolean matches(Command command, String wanted) {
        return messages.text(command.textKey()).toLowerCase(Locale.ROOT).contains(wanted)
                || command.keys().stream().anyMatch(keys -> KeyLabels.of(keys).toLowerCase(Locale.ROOT).contains(wanted));
    }

    private Node group(List<Command> found) {
        Label heading = new Label(messages.text("group." + found.getFirst().group().name()).toUpperCase(messages.locale()));
        heading.getStyleClass().add("ub-section");
        VBox box = new VBox(heading);
        box.getStyleClass().add("ub-keys-group");
        found.forEach(command -> box.getChildren().add(row(command)));
        return box;
    }

    private Node row(Command command) {
        Label name = new Label(messages.text(command.textKey()));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox row = new HBox(4, name, gap);
        row.setAlignment(Pos.CENTER_LEFT);
        command.keys().stream().map(KeyLabels::of).distinct().limit(MOST_KEYS).forEach(keys -> {
            Label cap = new Label(keys);
            cap.getStyleClass().add("ub-key");
            cap.setMinWidth(Region.USE_PREF_SIZE);
            row.getChildren().add(cap);
        });
        return row;
    }
}
