package dev.unbraid.app.shell;

import dev.unbraid.app.controls.Tip;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.ui.Messages;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.geometry.HPos;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/// One row of tools: the song to the left, the transport in the window's middle, what to do with the song to the right.
final class TopBar extends Region {
    private static final double GAP = 16;
    private static final double HEIGHT = 56;

    private final HBox left;
    private final Node middle;
    private final HBox right;

    TopBar(Desk desk, MainMenu menu, Commands commands, Features features) {
        Messages messages = Messages.of("shell", desk.locale());
        getStyleClass().add("ub-top-bar");
        left = row(Pos.CENTER_LEFT, menu, button(commands.named("open"), messages), new SongTitle(desk, messages));
        middle = features.transport();
        Button export = button(commands.named("export"), messages);
        right = row(Pos.CENTER_RIGHT, features.separateButton(), export);
        getChildren().addAll(left, middle, right);
        middle.disableProperty().bind(Conditions.hasSong(desk.session()).not());
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
    }

    private static HBox row(Pos alignment, Node... nodes) {
        HBox row = new HBox(8, nodes);
        row.setAlignment(alignment);
        return row;
    }

    private static Button button(Command command, Messages messages) {
        Button button = new Button(messages.text(command.textKey()));
        button.setId("top-" + command.id());
        button.setMinWidth(USE_PREF_SIZE);
        Tip.on(button, Optional.of(KeyLabels.of(command)).filter(it -> !it.isEmpty())
                .map(keys -> messages.text("tip." + command.id()) + "  " + keys).orElse(messages.text("tip." + command.id())));
        button.disableProperty().bind(Bindings.not(command.enabled()));
        button.setOnAction(_ -> command.run());
        return button;
    }

    /// The middle keeps to the middle while there is room, and the title gives way first.
    @Override
    protected void layoutChildren() {
        double width = getWidth() - 2 * GAP;
        double rightWidth = Math.min(right.prefWidth(-1), width);
        double middleWidth = Math.min(middle.prefWidth(-1), width - rightWidth);
        double centred = GAP + (width - middleWidth) / 2;
        double latest = getWidth() - GAP - rightWidth - GAP - middleWidth;
        double leftNeeds = GAP + Math.min(left.prefWidth(-1), width) + GAP;
        double x = Math.min(latest, Math.max(centred, Math.min(leftNeeds, latest)));
        x = centred <= latest && centred >= left.minWidth(-1) + 2 * GAP ? centred : x;
        place(right, getWidth() - GAP - rightWidth, rightWidth);
        place(middle, x, middleWidth);
        place(left, GAP, Math.max(left.minWidth(-1), x - 2 * GAP));
    }

    private void place(Node node, double x, double width) {
        double height = Math.min(getHeight(), node.prefHeight(-1));
        layoutInArea(node, snapPositionX(x), (getHeight() - height) / 2, snapSizeX(width), height, 0,
                Insets.EMPTY, true, true, HPos.CENTER, VPos.CENTER);
    }
}
