package dev.unbraid.app.controls;

import dev.unbraid.project.LaneView;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

import javafx.scene.control.ToggleButton;

/// A small button for one of the things that a lane can show.
public final class ViewButton extends ToggleButton {
    /// @param says what it shows
    /// @param tip  what pressing it does
    public ViewButton(LaneView view, String says, String tip) {
        super("", new FontIcon(icon(view)));
        getStyleClass().setAll("ub-view-button");
        setAccessibleText(says);
        Tip.on(this, tip);
    }

    private static Ikon icon(LaneView view) {
        return switch (view) {
            case WAVEFORM -> MaterialDesignW.WAVEFORM;
            case SPECTROGRAM -> MaterialDesignS.SIGNAL_CELLULAR_3;
            case OVERLAY -> MaterialDesignL.LAYERS_OUTLINE;
        };
    }
}
