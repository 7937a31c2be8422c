package dev.unbraid.app.exporting;

import dev.unbraid.app.controls.DialogStage;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.ui.Messages;

import javafx.scene.layout.VBox;
import javafx.stage.Window;

/// Asks what of the active song is written where, and has it written.
public final class ExportDialog {
    private final DialogStage stage;

    public ExportDialog(Desk desk, Window owner) {
        stage = new DialogStage(owner, Messages.of("exporting", desk.locale()).text("title"), new VBox());
    }

    /// With the selected stretch already chosen.
    public static ExportDialog forSelection(Desk desk, Window owner) {
        return new ExportDialog(desk, owner);
    }

    public void show() {
        stage.show();
    }
}
