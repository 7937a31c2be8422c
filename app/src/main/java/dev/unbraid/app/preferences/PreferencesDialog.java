package dev.unbraid.app.preferences;

import dev.unbraid.app.controls.DialogStage;
import dev.unbraid.app.fx.Background;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.cache.FinishedWork;
import dev.unbraid.ui.Messages;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Window;
import javafx.stage.WindowEvent;

/// Shows and changes the user's preferences.
public final class PreferencesDialog {
    private final PreferencesViewModel viewModel;
    private final StorageViewModel storage;
    private final Messages messages;
    private final Pages forms;
    /// Each made when it is first chosen: all at once would hold the window up.
    private final Map<Page, Region> pages = new EnumMap<>(Page.class);
    private final ScrollPane page = new ScrollPane();
    private final ListView<Page> list = new ListView<>();
    private final HBox body = new HBox();
    private final VBox content = new VBox();
    private final DialogStage stage;

    /// @param work what separations have left on disk
    public PreferencesDialog(Desk desk, FinishedWork work, Window owner) {
        Background background = new Background();
        viewModel = new PreferencesViewModel(desk, background);
        storage = new StorageViewModel(work, desk.settings(), background);
        messages = Messages.of("preferences", desk.locale());
        forms = new Pages(viewModel, messages);
        page.setFitToWidth(true);
        page.getStyleClass().add("ub-preferences-page");
        HBox.setHgrow(page, Priority.ALWAYS);
        VBox.setVgrow(body, Priority.ALWAYS);
        content.getChildren().add(body);
        content.getStyleClass().add("ub-preferences");
        stage = new DialogStage(owner, messages.text("title"), content);
        stage.addEventHandler(WindowEvent.WINDOW_HIDDEN, _ -> viewModel.close());
        viewModel.refresh();
        storage.refresh();
    }

    private Region make(Page wanted) {
        return switch (wanted) {
            case GENERAL -> forms.general();
            case SOUND -> forms.sound();
            case SEPARATION -> forms.separation();
            case MODELS -> new ModelsPage(viewModel, messages);
            case STORAGE -> new StoragePage(storage, messages);
            case PICTURE -> forms.picture();
        };
    }

    private void dressList() {
        list.getStyleClass().add("ub-preferences-list");
        list.setAccessibleText(messages.text("title"));
        list.getItems().setAll(Page.values());
        list.setCellFactory(_ -> new ListCell<>() {
            @Override
            protected void updateItem(Page item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty ? "" : name(item));
            }
        });
        list.getSelectionModel().selectedItemProperty().addListener((_, _, now) -> page.setContent(pages.computeIfAbsent(now, this::make)));
    }

    private String name(Page item) {
        return messages.text("page." + item.name().toLowerCase(Locale.ROOT));
    }

    private HBox bar() {
        Button close = new Button(messages.text("close"));
        close.setDefaultButton(true);
        close.setOnAction(_ -> stage.close());
        HBox bar = new HBox(close);
        bar.getStyleClass().add("ub-dialog-bar");
        return bar;
    }

    public void show() {
        dressList();
        stage.showOnceBuilt(List.of(
                () -> body.getChildren().add(list),
                () -> body.getChildren().add(page),
                () -> list.getSelectionModel().select(Page.GENERAL),
                () -> content.getChildren().add(bar())));
    }
}
