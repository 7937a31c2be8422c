package dev.unbraid.app.mixer;

import dev.unbraid.app.controls.ViewButton;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.project.Lane;
import dev.unbraid.project.LaneId;
import dev.unbraid.project.LaneView;
import dev.unbraid.ui.Messages;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;

/// Three small buttons for what a lane shows; with Ctrl for all lanes of its song.
final class ViewChoice extends HBox {
    private final Map<LaneView, ToggleButton> buttons = new EnumMap<>(LaneView.class);
    private final Desk desk;
    private final LaneId lane;

    ViewChoice(Desk desk, LaneId lane, Messages messages) {
        this.desk = desk;
        this.lane = lane;
        for (LaneView view : LaneView.values()) {
            String text = messages.text("view." + view.name().toLowerCase(Locale.ROOT));
            ToggleButton button = new ViewButton(view, text, messages.text("view.tip", text));
            button.setOnAction(_ -> choose(view));
            // A button does nothing by itself while Ctrl is held.
            button.setOnMouseClicked(event -> {
                if (event.isShortcutDown() && event.getButton() == MouseButton.PRIMARY) {
                    ViewEdits.all(desk, lane, view);
                }
            });
            buttons.put(view, button);
            getChildren().add(button);
        }
    }

    private void choose(LaneView view) {
        ViewEdits.one(desk, lane, view);
        // A second click on what is chosen must not take the choice away.
        desk.session().project().lane(lane).map(Lane::look).ifPresent(look -> show(look.view()));
    }

    void show(LaneView shown) {
        buttons.forEach((view, button) -> button.setSelected(view == shown));
    }
}
