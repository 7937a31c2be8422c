package dev.unbraid.app;

import dev.unbraid.settings.Settings;
import dev.unbraid.settings.SettingsFile;
import dev.unbraid.settings.UserFolders;

import javafx.application.Application;

/// Entry point of the window.
public final class Launcher {
    private static final int UNSCALED = 100;
    /// As on the command line.
    private static final int DEVICE_UNAVAILABLE = 6;

    private Launcher() {}

    public static void main(String[] args) {
        scale(new SettingsFile(UserFolders.ofThisProcess()).load().settings());
        try {
            Application.launch(UnbraidApp.class, args);
        } catch (UnsupportedOperationException e) {
            // There is no window to say it in.
            System.err.printf("unbraid: no window can be opened (%s); `unbraid --help` tells what works without one.%n", e.getMessage());
            System.exit(DEVICE_UNAVAILABLE);
        }
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
