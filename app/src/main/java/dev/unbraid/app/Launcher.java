package dev.unbraid.app;

import dev.unbraid.settings.Settings;
import dev.unbraid.settings.SettingsFile;
import dev.unbraid.settings.UserFolders;

import javafx.application.Application;

/// Entry point of the window.
public final class Launcher {
    private static final int UNSCALED = 100;

    private Launcher() {}

    public static void main(String[] args) {
        scale(new SettingsFile(UserFolders.ofThisProcess()).load().settings());
        Application.launch(UnbraidApp.class, args);
    }

    /// The windowing toolkit reads how large to draw once, when it starts.
    private static void scale(Settings settings) {
        int percent = settings.appearance().scalePercent();
        if (percent != UNSCALED) {
            System.setProperty("glass.gtk.uiScale", percent + "%");
            System.setProperty("glass.win.uiScale", percent + "%");
        }
    }
}
