package dev.unbraid.app.shell;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.settings.Settings;
import dev.unbraid.ui.ThemeColours;
import dev.unbraid.ui.UiResources;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// Light or dark: as the user prefers, else as the system has it, at any time.
public final class ThemeSwitch {
    private static final double ANY_SIZE = 13;

    private final Desk desk;
    private final Scene scene;

    public ThemeSwitch(Desk desk, Scene scene) {
        this.desk = desk;
        this.scene = scene;
        UiResources.fonts().forEach(ThemeSwitch::load);
        Platform.getPreferences().colorSchemeProperty().addListener(_ -> apply());
        desk.settings().addListener((_, before, now) -> {
            if (before.appearance().theme() != now.appearance().theme()) {
                apply();
            }
        });
        apply();
    }

    private void apply() {
        ThemeColours colours = wanted(desk.settings().get().appearance().theme());
        Application.setUserAgentStylesheet(switch (colours) {
            case DARK -> new PrimerDark().getUserAgentStylesheet();
            case LIGHT -> new PrimerLight().getUserAgentStylesheet();
        });
        scene.getStylesheets().setAll(UiResources.stylesheets(colours));
        // The system's frame around the window follows.
        scene.getPreferences().setColorScheme(colours == ThemeColours.DARK ? ColorScheme.DARK : ColorScheme.LIGHT);
        desk.view().themeProperty().set(colours);
    }

    private static ThemeColours wanted(Settings.Theme theme) {
        return switch (theme) {
            case DARK -> ThemeColours.DARK;
            case LIGHT -> ThemeColours.LIGHT;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.LIGHT ? ThemeColours.LIGHT : ThemeColours.DARK;
        };
    }

    private static void load(URL font) {
        try (InputStream in = font.openStream()) {
            Font.loadFont(in, ANY_SIZE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
