package dev.unbraid.app.controls;

import java.util.List;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Says the same at several lengths: the first that there is room for, and nothing rather than a stump.
public final class FirstThatFits extends Region {
    private final List<String> styles;

    /// @param styles classes of its labels
    public FirstThatFits(String... styles) {
        this.styles = List.of(styles);
        setMinWidth(0);
    }

    /// @param texts the longest first
    public void show(List<String> texts) {
        getChildren().setAll(texts.stream().map(this::label).toList());
    }

    private Label label(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll(styles);
        label.setMinWidth(USE_PREF_SIZE);
        return label;
    }

    @Override
    protected double computePrefWidth(double height) {
        return getManagedChildren().stream().mapToDouble(it -> it.prefWidth(-1)).max().orElse(0);
    }

    @Override
    protected double computePrefHeight(double width) {
        return getManagedChildren().stream().mapToDouble(it -> it.prefHeight(-1)).max().orElse(0);
    }

    @Override
    protected void layoutChildren() {
        boolean room = true;
        for (Node label : getManagedChildren()) {
            boolean shown = room && snapSizeX(label.prefWidth(-1)) <= getWidth();
            label.setVisible(shown);
            room &= !shown;
            layoutInArea(label, 0, 0, label.prefWidth(-1), getHeight(), 0, HPos.LEFT, VPos.CENTER);
        }
    }
}
