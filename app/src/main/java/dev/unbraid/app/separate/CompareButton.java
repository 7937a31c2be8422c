package dev.unbraid.app.separate;

import dev.unbraid.app.controls.Tip;
import dev.unbraid.app.mirror.Desk;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

import javafx.scene.control.ToggleButton;

/// Plays the stems as they were before they were last separated, while it is on. There only where stems were.
public final class CompareButton extends ToggleButton {
    public CompareButton(Desk desk) {
        SeparateWords words = new SeparateWords(desk.locale());
        setText(words.text("compare"));
        setGraphic(new FontIcon(MaterialDesignC.COMPARE));
        setAccessibleText(words.text("compare"));
        Tip.on(this, words.text("compare.tooltip"));
        getStyleClass().addAll("ub-compare");
        selectedProperty().bindBidirectional(desk.playback().comparingProperty());
        visibleProperty().bind(desk.playback().comparableProperty());
        managedProperty().bind(visibleProperty());
    }
}
