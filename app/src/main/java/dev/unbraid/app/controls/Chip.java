package dev.unbraid.app.controls;

import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;

/// A small switch with a swatch, for one of several things that can be wanted together.
public final class Chip extends ToggleButton {
    /// @param colour a paint as in style sheets
    public Chip(String text, String colour) {
        super(text);
        setMnemonicParsing(false);
        getStyleClass().setAll("toggle-button", "ub-chip");
        Region swatch = new Region();
        swatch.getStyleClass().add("ub-chip-swatch");
        swatch.setStyle("-fx-background-color: %s;".formatted(colour));
        setGraphic(swatch);
        setAccessibleText(text);
    }
}
