package dev.unbraid.settings;

import java.util.List;

/// The user's preferences; every default stands in [#USUAL].
///
/// @param recentFiles absolute paths, newest first, at most 12
public record Settings(
        Appearance appearance, Sound sound, Separation separation, Export export, Picture picture, Window window,
        List<String> recentFiles) {
    public static final Settings USUAL = new Settings(
            new Appearance(Theme.SYSTEM, "", 100),
            new Sound("", 2048),
            new Separation("htdemucs", List.of(), 0, "auto"),
            new Export("wav-24", 0, "{track}/{stem}.{ext}", "", true, true),
            new Picture("magma", "log", 4096, "HANN", 0.875, -88, -10, 0),
            new Window(1440, 900, false, true),
            List.of());

    public enum Theme { SYSTEM, DARK, LIGHT }

    /// @param language     a BCP 47 tag; empty follows the system
    /// @param scalePercent 100 to 200
    public record Appearance(Theme theme, String language, int scalePercent) {}

    /// @param device empty is the system's choice
    public record Sound(String device, int bufferFrames) {}

    /// @param stems  wanted; empty is all
    /// @param device auto, cpu, cuda or cuda:N
    public record Separation(String model, List<String> stems, int shifts, String device) {
        public Separation {
            stems = List.copyOf(stems);
        }
    }

    /// @param format     wav-16, wav-24, wav-32f, flac-16, flac-24 or mp3-320
    /// @param sampleRate 0 is the song's own
    /// @param folder     empty is the song's own
    /// @param linkedGain whether all files get the gain that the loudest needs
    public record Export(
            String format, int sampleRate, String nameTemplate, String folder, boolean linkedGain, boolean opensFolder) {}

    /// @param scale         linear, log or mel
    /// @param window        as in `overview.WindowShape`
    /// @param boostDb       per decade above 1 kHz
    public record Picture(
            String colourMap, String scale, int fftSize, String window, double overlap, double lowestDb,
            double highestDb, double boostDb) {}

    public record Window(int width, int height, boolean maximized, boolean inspectorShown) {}

    public Settings {
        recentFiles = List.copyOf(recentFiles);
    }
}
