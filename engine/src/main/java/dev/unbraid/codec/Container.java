package dev.unbraid.codec;

import java.util.List;

/// A file format that can be written.
public enum Container {
    /// Becomes RF64 by itself once it grows past 4 GB.
    WAV("wav", Integer.MAX_VALUE),
    FLAC("flac", 8),
    /// Below 32 kHz it knows no 320 kbit/s.
    MP3("mp3", 2);

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

    /// The sample rate that comes closest to `wanted` without harm: the same one where it can be held, else one that
    /// it divides or is divided by, else the highest. In hertz.
    public int sampleRateFor(int wanted) {
        if (holds(wanted)) {
            return wanted;
        }
        return sampleRates().stream()
                .filter(it -> it % wanted == 0 || wanted % it == 0)
                .findFirst()
                .orElseGet(sampleRates()::getFirst);
    }

    boolean holds(int sampleRate) {
        return sampleRates().isEmpty() || sampleRates().contains(sampleRate);
    }

    /// In hertz, the highest first; empty is all.
    private List<Integer> sampleRates() {
        return switch (this) {
            case WAV, FLAC -> List.of();
            case MP3 -> List.of(48_000, 44_100, 32_000);
        };
    }
}
