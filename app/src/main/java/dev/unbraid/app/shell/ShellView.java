package dev.unbraid.app.shell;

import dev.unbraid.app.mirror.Desk;
import dev.unbraid.app.problems.ProblemCards;

import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The window's inside: the bar on top, the song in the middle, one line below, and over them what comes and goes.
final class ShellView extends StackPane {
    /// @param over problems, what can be dropped, and questions; the last on top
    ShellView(Desk desk, TopBar top, Features features, StatusBar status, Over over) {
        getStyleClass().add("ub-shell");
        BooleanBinding hasSong = Conditions.hasSong(desk.session());
        BorderPane song = new BorderPane(features.timeline());
        song.setRight(inspector(desk, features.inspector()));
        song.visibleProperty().bind(hasSong);
        over.empty().visibleProperty().bind(hasSong.not());
        StackPane middle = new StackPane(over.empty(), song, over.problems());
        StackPane.setAlignment(over.problems(), Pos.BOTTOM_RIGHT);
        VBox.setVgrow(middle, Priority.ALWAYS);
        middle.setMinSize(0, 0);
        getChildren().addAll(new VBox(top, middle, status), over.drop(), over.sheet());
    }

    record Over(EmptyState empty, ProblemCards problems, DropTarget drop, Sheet sheet) {}

    private static Node inspector(Desk desk, Node inspector) {
        inspector.visibleProperty().bind(desk.view().inspectorShownProperty());
        inspector.managedProperty().bind(inspector.visibleProperty());
        return inspector;
    }
}
