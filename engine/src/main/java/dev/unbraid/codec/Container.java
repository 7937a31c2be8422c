package dev.unbraid.codec;

/// A file format that can be written.
public enum Container {
    /// Becomes RF64 by itself once it grows past 4 GB.
    WAV("wav", Integer.MAX_VALUE),
    FLAC("flac", 8);

    private final String extension;
    private final int maximumChannels;

    Container(String extension, int maximumChannels) {
        this.extension = extension;
        this.maximumChannels = maximumChannels;
    }

    /// Without the dot.
    public String extension() {
        return extension;
    }

    public int maximumChannels() {
        return maximumChannels;
    }
}
