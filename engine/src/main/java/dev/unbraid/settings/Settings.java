package dev.unbraid.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The user's preferences; every default stands in [#USUAL].
///
/// @param recentFiles absolute paths, newest first; of more than 12 the oldest are left out
public record Settings(
        Appearance appearance, Sound sound, Separation separation, Export export, Picture picture, Timeline timeline,
        Window window, List<String> recentFiles) {
    public static final Settings USUAL = new Settings(
            new Appearance(Theme.SYSTEM, "", 100),
            new Sound("", 2048),
            new Separation("htdemucs", List.of(), 0, "auto", 20),
            new Export("wav-24", 0, "{track}/{stem}.{ext}", "", true, true),
            new Picture("magma", "log", 4096, "HANN", 0.875, -88, -10, 0),
            new Timeline("PAGE", true, false, false, 40, 18_000, 1, false),
            new Window(1440, 900, false, true, 0),
            List.of());
    private static final int MOST_RECENT_FILES = 12;

    public enum Theme { SYSTEM, DARK, LIGHT }

    /// @param language     a BCP 47 tag; empty follows the system
    /// @param scalePercent 100 to 200
    public record Appearance(Theme theme, String language, int scalePercent) {
        private static final Set<String> THEMES =
                Stream.of(Theme.values()).map(Theme::name).collect(Collectors.toUnmodifiableSet());

        public Appearance {
            Limits.oneOf(THEMES, String.valueOf(theme));
            Limits.between(100, 200, scalePercent);
        }
    }

    /// @param device       empty is the system's choice
    /// @param bufferFrames 64 to 65536
    public record Sound(String device, int bufferFrames) {
        public Sound {
            Limits.between(64, 65_536, bufferFrames);
        }
    }

    /// @param stems  wanted; empty is all
    /// @param shifts 0 to 100
    /// @param device auto, cpu, cuda or cuda:N
    /// @param keptGigabytes what finished and unfinished separations may take on disk, 0 to 10000
    public record Separation(String model, List<String> stems, int shifts, String device, double keptGigabytes) {
        public Separation {
            Limits.filled(model);
            Limits.between(0, 100, shifts);
            Limits.filled(device);
            Limits.between(0, 10_000, keptGigabytes);
            stems = List.copyOf(stems);
        }

        public long keptBytes() {
            return (long) (keptGigabytes * 1e9);
        }

        public Separation withKeptGigabytes(double other) {
            return new Separation(model, stems, shifts, device, other);
        }
    }

    /// @param format      wav-16, wav-24, wav-32f, flac-16, flac-24 or mp3-320
    /// @param sampleRate  0 is the song's own, else 8000 to 384000
    /// @param folder      empty is the song's own
    /// @param linkedGain  whether all files get the gain that the loudest needs
    /// @param opensFolder whether the folder is shown when it is done
    public record Export(
            String format, int sampleRate, String nameTemplate, String folder, boolean linkedGain, boolean opensFolder) {
        public static final Set<String> FORMATS =
                Set.of("wav-16", "wav-24", "wav-32f", "flac-16", "flac-24", "mp3-320");

        public Export {
            Limits.oneOf(FORMATS, format);
            if (sampleRate != 0) {
                Limits.between(8000, 384_000, sampleRate);
            }
            Limits.filled(nameTemplate);
        }
    }

    /// @param scale     linear, log or mel
    /// @param fftSize   a power of two, 512 to 32768
    /// @param window    as in `overview.WindowShape`
    /// @param overlap   0 to below 1
    /// @param lowestDb  below `highestDb`, both −200 to 60
    /// @param boostDb   per decade above 1 kHz, −60 to 60
    public record Picture(
            String colourMap, String scale, int fftSize, String window, double overlap, double lowestDb,
            double highestDb, double boostDb) {
        public Picture {
            Limits.filled(colourMap);
            Limits.oneOf(Set.of("linear", "log", "mel"), scale);
            Limits.powerOfTwo(512, 32_768, fftSize);
            Limits.filled(window);
            Limits.between(0, 0.99, overlap);
            Limits.rising(-200, lowestDb, highestDb, 60);
            Limits.between(-60, 60, boostDb);
        }
    }

    /// What the timeline shows beside the [Picture].
    ///
    /// @param followMode  as in the app's `FollowMode`
    /// @param lowestHz    below `highestHz`, both 0 to 192000
    /// @param zeroPadding 1, 2, 4 or 8
    public record Timeline(
            String followMode, boolean stemMapShown, boolean waveformInDecibels, boolean channelsMixed,
            double lowestHz, double highestHz, int zeroPadding, boolean reassigned) {
        public Timeline {
            Limits.filled(followMode);
            Limits.rising(0, lowestHz, highestHz, 192_000);
            Limits.powerOfTwo(1, 8, zeroPadding);
        }
    }

    /// In pixels of an unscaled screen, 320 to 32000.
    ///
    /// @param stemMapPx how high stem maps are, 64 to 800; 0 follows the window's height
    public record Window(int width, int height, boolean maximized, boolean inspectorShown, int stemMapPx) {
        public static final int LOWEST_STEM_MAP_PX = 64;
        public static final int HIGHEST_STEM_MAP_PX = 800;

        public Window {
            Limits.between(320, 32_000, width);
            Limits.between(320, 32_000, height);
            if (stemMapPx != 0) {
                Limits.between(LOWEST_STEM_MAP_PX, HIGHEST_STEM_MAP_PX, stemMapPx);
            }
        }

        public Window withStemMapPx(int other) {
            return new Window(width, height, maximized, inspectorShown, other);
        }
    }

    public Settings {
        recentFiles = recentFiles.stream().distinct().limit(MOST_RECENT_FILES).toList();
    }

    public Settings withAppearance(Appearance other) {
        return new Settings(other, sound, separation, export, picture, timeline, window, recentFiles);
    }

    public Settings withSound(Sound other) {
        return new Settings(appearance, other, separation, export, picture, timeline, window, recentFiles);
    }

    public Settings withSeparation(Separation other) {
        return new Settings(appearance, sound, other, export, picture, timeline, window, recentFiles);
    }

    public Settings withExport(Export other) {
        return new Settings(appearance, sound, separation, other, picture, timeline, window, recentFiles);
    }

    public Settings withPicture(Picture other) {
        return new Settings(appearance, sound, separation, export, other, timeline, window, recentFiles);
    }

    public Settings withTimeline(Timeline other) {
        return new Settings(appearance, sound, separation, export, picture, other, window, recentFiles);
    }

    public Settings withWindow(Window other) {
        return new Settings(appearance, sound, separation, export, picture, timeline, other, recentFiles);
    }

    public Settings withRecentFiles(List<String> others) {
        return new Settings(appearance, sound, separation, export, picture, timeline, window, others);
    }

    /// The file becomes the newest of the recent ones.
    public Settings withRecentFile(Path file) {
        return withRecentFiles(Stream.concat(Stream.of(absolute(file)), recentFiles.stream()).toList());
    }

    /// For a file that is gone.
    public Settings withoutRecentFile(Path file) {
        return withRecentFiles(recentFiles.stream().filter(it -> !it.equals(absolute(file))).toList());
    }

    private static String absolute(Path file) {
        return file.toAbsolutePath().normalize().toString();
    }
}
