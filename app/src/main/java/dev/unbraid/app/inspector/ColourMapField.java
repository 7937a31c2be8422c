package dev.unbraid.app.inspector;

import dev.unbraid.app.mirror.ViewMirror;
import dev.unbraid.ui.ColourMap;
import dev.unbraid.ui.Messages;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;

/// The colour map as it looks, and its name, which opens the choice.
final class ColourMapField extends VBox {
    static final double WIDTH_PX = 159;

    ColourMapField(ViewMirror view, Messages messages) {
        super(4);
        ColourStrip strip = new ColourStrip(ColourMap.MAGMA, WIDTH_PX, 10);
        MenuButton name = new MenuButton();
        name.getStyleClass().add("ub-colour-map");
        name.setAccessibleText(messages.text("colours"));
        for (ColourMap map : ColourMap.values()) {
            MenuItem item = new MenuItem(messages.text("map." + map.id()), new ColourStrip(map, 72, 10));
            item.setOnAction(_ -> view.colourMapProperty().set(map.id()));
            name.getItems().add(item);
        }
        strip.setOnMouseClicked(_ -> name.show());
        getChildren().addAll(strip, name);
        view.colourMapProperty().subscribe(id -> {
            ColourMap map = ColourMap.named(id).orElse(ColourMap.MAGMA);
            strip.show(map);
            name.setText(messages.text("map." + map.id()));
        });
    }
}
