package dev.unbraid.codec;

import java.util.Optional;
import java.util.stream.Stream;

/// What to write.
///
/// @param sampleFormat for MP3, which has none, what it is made from: floats
public record OutputFormat(Container container, SampleFormat sampleFormat) {
    /// 320 kbit/s, the most that MP3 has.
    public static final OutputFormat MP3_320 = new OutputFormat(Container.MP3, SampleFormat.FLOAT_32);

    static final int MP3_BITS_PER_SECOND = 320_000;

    public OutputFormat {
        if (container == Container.FLAC && sampleFormat == SampleFormat.FLOAT_32) {
            throw new IllegalArgumentException("FLAC holds whole numbers only");
        }
        if (container == Container.MP3 && sampleFormat != SampleFormat.FLOAT_32) {
            throw new IllegalArgumentException("MP3 has no word length");
        }
    }

    /// @return of wav-16, wav-24, wav-32f, flac-16, flac-24 and mp3-320 the one called so
    public static Optional<OutputFormat> named(String name) {
        return Stream.of(
                        new OutputFormat(Container.WAV, SampleFormat.PCM_16),
                        new OutputFormat(Container.WAV, SampleFormat.PCM_24),
                        new OutputFormat(Container.WAV, SampleFormat.FLOAT_32),
                        new OutputFormat(Container.FLAC, SampleFormat.PCM_16),
                        new OutputFormat(Container.FLAC, SampleFormat.PCM_24),
                        MP3_320)
                .filter(it -> it.name().equals(name))
                .findFirst();
    }

    /// As in [#named].
    public String name() {
        String bits = switch (container) {
            case MP3 -> "320";
            case WAV, FLAC -> switch (sampleFormat) {
                case PCM_16 -> "16";
                case PCM_24 -> "24";
                case FLOAT_32 -> "32f";
            };
        };
        return container.extension() + "-" + bits;
    }

    /// Whether peaks beyond full scale come back as they were.
    public boolean holdsPeaks() {
        return container == Container.WAV && sampleFormat == SampleFormat.FLOAT_32;
    }

    /// The most that a second takes on disk, the header left out.
    ///
    /// @param channels at `sampleRate` hertz
    public long bytesPerSecond(int sampleRate, int channels) {
        return switch (container) {
            case MP3 -> MP3_BITS_PER_SECOND / Byte.SIZE;
            case WAV, FLAC -> (long) sampleRate * channels * sampleFormat.bits() / Byte.SIZE;
        };
    }
}
