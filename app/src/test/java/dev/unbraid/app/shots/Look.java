package dev.unbraid.app.shots;

import dev.unbraid.settings.Settings;

import java.util.Locale;

/// In which colours and how large the window is shown.
enum Look {
    DARK_SMALL(Settings.Theme.DARK, 1_280, 800),
    DARK_LARGE(Settings.Theme.DARK, 2_560, 1_440),
    LIGHT_SMALL(Settings.Theme.LIGHT, 1_280, 800),
    LIGHT_LARGE(Settings.Theme.LIGHT, 2_560, 1_440);

    private final Settings.Theme theme;
    private final int width;
    private final int height;

    Look(Settings.Theme theme, int width, int height) {
        this.theme = theme;
        this.width = width;
        this.height = height;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    Settings in(Settings before) {
        Settings.Appearance now = before.appearance();
        return before.withAppearance(new Settings.Appearance(theme, now.language(), now.scalePercent()));
    }

    String fileName(String state) {
        return "%s-%s-%dx%d.png".formatted(state, theme.name().toLowerCase(Locale.ROOT), width, height);
    }
}
