package dev.unbraid.app.inspector;

import dev.unbraid.ui.ColourMap;

import javafx.scene.image.ImageView;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.shape.Rectangle;

/// A colour map from low to high, painted.
final class ColourStrip extends ImageView {
    private final int[] row = new int[ColourMap.SIZE];
    private final WritableImage image;

    ColourStrip(ColourMap map, double width, double height) {
        // One row would be stretched, and the software pipeline then reads beyond it.
        image = new WritableImage(ColourMap.SIZE, (int) Math.ceil(height));
        setImage(image);
        setFitWidth(width);
        setFitHeight(height);
        Rectangle rounded = new Rectangle(width, height);
        rounded.setArcWidth(6);
        rounded.setArcHeight(6);
        setClip(rounded);
        show(map);
    }

    void show(ColourMap map) {
        for (int i = 0; i < ColourMap.SIZE; i++) {
            row[i] = map.argb(i);
        }
        // The same row again and again: a stride of 0.
        image.getPixelWriter().setPixels(
                0, 0, ColourMap.SIZE, (int) image.getHeight(), PixelFormat.getIntArgbInstance(), row, 0, 0);
    }
}
