package dev.unbraid.app.tasks;

import dev.unbraid.app.fx.EveryFrame;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.session.Job;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// All jobs with their progress and what can be done with them. Only the cells in sight are kept up.
public final class TaskListView extends VBox {
    private final TaskBoard board;
    private final ListView<Job> list;
    private final List<TaskCell> cells = new ArrayList<>();
    private final EveryFrame reader = new EveryFrame(() -> cells.forEach(TaskCell::tick));
    private final Button clear = new Button();

    public TaskListView(Desk desk) {
        board = new TaskBoard(desk.session());
        TaskWords words = new TaskWords(desk.locale());
        list = new ListView<>(board.jobs());
        dressList(words);
        getStyleClass().add("ub-tasks");
        getChildren().addAll(head(words, desk), list);
        desk.session().jobs().addListener((InvalidationListener) _ -> follow());
        sceneProperty().addListener(_ -> follow());
        follow();
    }

    private void dressList(TaskWords words) {
        list.getStyleClass().add("ub-task-list");
        list.setAccessibleText(words.text("title"));
        list.setCellFactory(_ -> {
            TaskCell cell = new TaskCell(board, words);
            cells.add(cell);
            return cell;
        });
        Label none = new Label(words.text("none"));
        none.setWrapText(true);
        none.getStyleClass().add("ub-faint");
        list.setPlaceholder(none);
        VBox.setVgrow(list, Priority.ALWAYS);
    }

    private HBox head(TaskWords words, Desk desk) {
        Label title = new Label(words.text("title").toUpperCase(desk.locale()));
        title.getStyleClass().add("ub-section");
        clear.setText(words.text("clear"));
        clear.getStyleClass().add("ub-quiet");
        clear.setOnAction(_ -> board.dismissFinished());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox head = new HBox(title, gap, clear);
        head.getStyleClass().add("ub-tasks-head");
        return head;
    }

    private void follow() {
        clear.setVisible(board.hasFinished());
        reader.setOn(getScene() != null && board.isBusy());
        cells.forEach(cell -> {
            cell.tick();
            cell.showActions();
        });
    }
}
