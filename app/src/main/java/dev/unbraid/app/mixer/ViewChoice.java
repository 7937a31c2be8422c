package dev.unbraid.app.mixer;

import dev.unbraid.app.controls.Tip;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.project.Lane;
import dev.unbraid.project.LaneId;
import dev.unbraid.project.LaneView;
import dev.unbraid.ui.Messages;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

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
            ToggleButton button = new ToggleButton("", new FontIcon(icon(view)));
            button.getStyleClass().setAll("ub-view-button");
            button.setAccessibleText(text);
            Tip.on(button, messages.text("view.tip", text));
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

    private static Ikon icon(LaneView view) {
        return switch (view) {
            case WAVEFORM -> MaterialDesignW.WAVEFORM;
            case SPECTROGRAM -> MaterialDesignS.SIGNAL_CELLULAR_3;
            case OVERLAY -> MaterialDesignL.LAYERS_OUTLINE;
        };
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
