package dev.unbraid.app.controls;

import dev.unbraid.codec.Container;
import dev.unbraid.codec.OutputFormat;
import dev.unbraid.codec.SampleFormat;

import java.util.Arrays;

/// The kinds of file that are offered wherever stems are written.
public enum FileFormat {
    WAV_16("wav-16", Container.WAV, SampleFormat.PCM_16),
    WAV_24("wav-24", Container.WAV, SampleFormat.PCM_24),
    WAV_32F("wav-32f", Container.WAV, SampleFormat.FLOAT_32),
    FLAC_16("flac-16", Container.FLAC, SampleFormat.PCM_16),
    FLAC_24("flac-24", Container.FLAC, SampleFormat.PCM_24),
    MP3_320("mp3-320", Container.MP3, SampleFormat.FLOAT_32);

    private final String name;
    @SuppressWarnings("ImmutableEnumChecker") // a record of enums
    private final OutputFormat format;

    FileFormat(String name, Container container, SampleFormat samples) {
        this.name = name;
        this.format = new OutputFormat(container, samples);
    }

    /// As in the settings, and of its text.
    public String settingsName() {
        return name;
    }

    public OutputFormat format() {
        return format;
    }

    /// @param name as in the settings, which let nothing else in
    public static FileFormat named(String name) {
        return Arrays.stream(values()).filter(it -> it.name.equals(name)).findFirst().orElse(WAV_24);
    }
}
