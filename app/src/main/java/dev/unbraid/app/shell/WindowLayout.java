package dev.unbraid.app.shell;

import dev.unbraid.app.mirror.Desk;
import dev.unbraid.settings.Settings;

import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// The window opens as large as it was closed, as far as the screen allows.
final class WindowLayout {
    private static final int LEAST_WIDTH = 960;
    private static final int LEAST_HEIGHT = 600;

    private WindowLayout() {}

    static void restore(Stage stage, Settings.Window window) {
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setMinWidth(Math.min(LEAST_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(LEAST_HEIGHT, screen.getHeight()));
        stage.setWidth(Math.clamp(window.width(), stage.getMinWidth(), screen.getWidth()));
        stage.setHeight(Math.clamp(window.height(), stage.getMinHeight(), screen.getHeight()));
        stage.setMaximized(window.maximized());
    }

    static void remember(Stage stage, Desk desk) {
        Settings.Window before = desk.settings().get().window();
        boolean maximized = stage.isMaximized();
        desk.settings().set(desk.settings().get().withWindow(new Settings.Window(
                maximized ? before.width() : (int) Math.round(stage.getWidth()),
                maximized ? before.height() : (int) Math.round(stage.getHeight()),
                maximized,
                desk.view().inspectorShownProperty().get(),
                before.stemMapPx())));
    }
}
