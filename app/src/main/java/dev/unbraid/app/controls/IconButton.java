package dev.unbraid.app.controls;

import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

import javafx.scene.control.Button;

/// A square button that shows what it does by a sign, and says it when asked.
public final class IconButton extends Button {
    /// @param says for the tooltip and for screen readers
    public IconButton(Ikon icon, String says, Runnable action) {
        setGraphic(new FontIcon(icon));
        getStyleClass().add("ub-icon-button");
        setAccessibleText(says);
        Tip.on(this, says);
        setOnAction(_ -> action.run());
    }
}
