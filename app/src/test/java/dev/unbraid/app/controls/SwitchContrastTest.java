package dev.unbraid.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.ToggleSwitch;
import dev.unbraid.ui.ThemeColours;
import dev.unbraid.ui.UiResources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.io.TempDir;

import java.awt.GraphicsEnvironment;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

@DisabledIf("thereIsNoDisplay")
class SwitchContrastTest {
    /// What the guidelines for accessible pages ask for parts of controls.
    private static final double LEAST_CONTRAST = 3;

    @TempDir
    private Path folder;

    static boolean thereIsNoDisplay() {
        return GraphicsEnvironment.isHeadless();
    }

    @Test
    void whatIsNotChosenStandsOutFromItsGround() throws Exception {
        TestWindow window = TestWindow.open(folder, new NoModels(), _ -> new HBox(
                new RadioButton("one"), new CheckBox("two"), new ToggleSwitch("three")));
        try {
            for (ThemeColours theme : List.of(ThemeColours.DARK, ThemeColours.LIGHT)) {
                TestWindow.tell(() -> {
                    window.stage().getScene().getStylesheets().setAll(UiResources.stylesheets(theme));
                    window.stage().getScene().getRoot().applyCss();
                });
                for (String part : List.of(".radio", ".box", ".thumb-area")) {
                    assertThat(contrast(window, part)).as("%s, %s", part, theme).isGreaterThanOrEqualTo(LEAST_CONTRAST);
                }
            }
        } finally {
            window.close();
        }
    }

    private static double contrast(TestWindow window, String part) throws Exception {
        List<BackgroundFill> fills = TestWindow.ask(
                () -> ((Region) window.stage().getScene().lookup(part)).getBackground().getFills());
        double edge = luminance((Color) fills.getFirst().getFill()) + 0.05;
        double inside = luminance((Color) fills.getLast().getFill()) + 0.05;
        return Math.max(edge, inside) / Math.min(edge, inside);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed()) + 0.7152 * linear(colour.getGreen()) + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double value) {
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
