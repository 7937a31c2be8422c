package dev.unbraid.app.timeline;

import dev.unbraid.app.controls.LaneNames;
import dev.unbraid.project.Lane;
import dev.unbraid.ui.Messages;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What the stem map's hues mean.
final class StemMapHeader extends VBox {
    private final LaneNames names;
    private final FlowPane legend = new FlowPane();

    StemMapHeader(Messages messages) {
        names = new LaneNames(messages.locale());
        Label title = new Label(messages.text("stem-map"));
        title.getStyleClass().add("timeline-stem-map-title");
        legend.getStyleClass().add("timeline-legend");
        getStyleClass().add("timeline-stem-map-header");
        getChildren().addAll(title, legend);
    }

    void show(List<Lane> stems) {
        legend.getChildren().setAll(stems.stream().map(this::entry).toList());
    }

    private Label entry(Lane stem) {
        Region swatch = new Region();
        swatch.getStyleClass().add("timeline-swatch");
        swatch.setStyle("-fx-background-color: %s".formatted(stem.look().colour()));
        Label entry = new Label(names.of(stem), swatch);
        entry.getStyleClass().add("timeline-legend-entry");
        return entry;
    }
}
