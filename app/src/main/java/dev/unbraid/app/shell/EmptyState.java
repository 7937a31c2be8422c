package dev.unbraid.app.shell;

import dev.unbraid.app.controls.Tip;
import dev.unbraid.ui.Messages;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// What there is to see before the first song: where to drop one, and what else can be done.
final class EmptyState extends StackPane {
    private static final int SHOWN_RECENT = 5;

    private final DocumentFiles files;
    private final Messages messages;
    private final VBox recent = new VBox();

    EmptyState(DocumentFiles files, Commands commands, Messages messages) {
        this.files = files;
        this.messages = messages;
        getStyleClass().add("ub-empty");
        recent.getStyleClass().add("ub-recent");
        recent.setMaxWidth(Region.USE_PREF_SIZE);
        VBox content = new VBox(target(commands), recent);
        content.getStyleClass().add("ub-empty-content");
        content.setAlignment(Pos.CENTER);
        content.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        getChildren().add(content);
        visibleProperty().addListener((_, _, seen) -> {
            if (seen) {
                showRecent();
            }
        });
        showRecent();
    }

    private Node target(Commands commands) {
        FontIcon icon = new FontIcon(MaterialDesignW.WAVEFORM);
        icon.getStyleClass().add("ub-empty-icon");
        Label title = new Label(messages.text("empty.title"));
        title.getStyleClass().add("ub-title");
        Label words = new Label(messages.text("empty.words"));
        words.getStyleClass().add("ub-dim");
        Button open = button(commands.named("open"), "empty.open");
        open.getStyleClass().add("ub-primary");
        HBox buttons = new HBox(8, open, button(commands.named("demo"), "empty.demo"));
        buttons.setAlignment(Pos.CENTER);
        VBox target = new VBox(icon, title, words, buttons);
        target.getStyleClass().add("ub-empty-target");
        target.setAlignment(Pos.CENTER);
        return target;
    }

    private Button button(Command command, String text) {
        Button button = new Button(messages.text(text));
        button.setOnAction(_ -> command.run());
        button.setId("empty-" + command.id());
        return button;
    }

    private void showRecent() {
        List<Path> list = files.recent().list().stream().limit(SHOWN_RECENT).toList();
        recent.getChildren().clear();
        if (!list.isEmpty()) {
            Label heading = new Label(messages.text("recent").toUpperCase(messages.locale()));
            heading.getStyleClass().add("ub-section");
            recent.getChildren().add(heading);
            list.forEach(file -> recent.getChildren().add(row(file)));
        }
    }

    private Node row(Path file) {
        Button open = new Button(FoundFiles.name(file));
        open.setMnemonicParsing(false);
        open.getStyleClass().add("ub-link");
        Tip.on(open, file.toString());
        open.setOnAction(_ -> files.openRecent(file));
        Path parent = file.getParent();
        Label folder = new Label(parent == null ? "" : parent.toString());
        folder.getStyleClass().add("ub-faint");
        folder.setMaxWidth(360);
        HBox row = new HBox(8, open, folder);
        row.setAlignment(Pos.BASELINE_LEFT);
        return row;
    }
}
