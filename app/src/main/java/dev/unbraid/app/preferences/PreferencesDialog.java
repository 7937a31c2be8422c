package dev.unbraid.app.preferences;

import dev.unbraid.app.controls.DialogStage;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.ui.Messages;

import javafx.scene.layout.VBox;
import javafx.stage.Window;

/// Shows and changes the user's preferences.
public final class PreferencesDialog {
    private final DialogStage stage;

    public PreferencesDialog(Desk desk, Window owner) {
        stage = new DialogStage(owner, Messages.of("preferences", desk.locale()).text("title"), new VBox());
    }

    public void show() {
        stage.show();
    }
}
