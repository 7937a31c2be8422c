package dev.unbraid.app.mixer;

import dev.unbraid.app.controls.DropPanel;
import dev.unbraid.app.controls.Tip;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.project.LaneId;
import dev.unbraid.ui.Messages;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.TilePane;
import javafx.scene.layout.VBox;

/// A lane's colour: one of twelve that are equally light, or any that is typed.
final class ColourChoice {
    /// The mix's and the stems', then five between them of their lightness and chroma.
    static final List<String> PALETTE = List.of(
            "#c9d1e3", "#f2a93b", "#5ec4a0", "#6e9cf5", "#f06e96", "#c58af0", "#4fc3d9",
            "#f69088", "#f2966c", "#bdb54e", "#97c169", "#a9a5fd");

    private final Desk desk;
    private final LaneId lane;
    private final Messages messages;
    private final DropPanel panel;

    ColourChoice(Desk desk, LaneId lane, Messages messages) {
        this.desk = desk;
        this.lane = lane;
        this.messages = messages;
        TilePane swatches = new TilePane(4, 4);
        swatches.setPrefColumns(6);
        PALETTE.forEach(colour -> swatches.getChildren().add(swatch(colour)));
        VBox content = new VBox(8, swatches, field());
        content.setPadding(new Insets(12));
        panel = new DropPanel(content);
    }

    void show(Node owner) {
        panel.show(owner, DropPanel.Side.BELOW_LEFT);
    }

    private Button swatch(String colour) {
        Region square = new Region();
        square.getStyleClass().add("ub-swatch-large");
        square.setStyle("-fx-background-color: " + colour);
        Button button = new Button("", square);
        button.getStyleClass().setAll("ub-swatch-button");
        button.setAccessibleText(messages.text("colour.one", colour));
        Tip.on(button, colour);
        button.setOnAction(_ -> choose(colour));
        return button;
    }

    private TextField field() {
        TextField field = new TextField();
        field.setPromptText("#7aa2f7");
        field.setAccessibleText(messages.text("colour.typed"));
        Tip.on(field, messages.text("colour.typed"));
        field.setPrefColumnCount(8);
        field.setOnAction(_ -> colour(field.getText()).ifPresentOrElse(this::choose, field::selectAll));
        return field;
    }

    /// @return as [dev.unbraid.project.LaneLook] wants it
    static Optional<String> colour(String typed) {
        String digits = typed.strip().toLowerCase(Locale.ROOT).replaceFirst("^#", "");
        if (digits.matches("[0-9a-f]{3}")) {
            digits = digits.replaceAll("(.)", "$1$1");
        }
        return digits.matches("[0-9a-f]{6}") ? Optional.of("#" + digits) : Optional.empty();
    }

    private void choose(String colour) {
        ViewEdits.look(desk, lane, it -> it.withColour(colour));
        panel.hide();
    }
}
