package dev.unbraid.codec;

/// What to write.
public record OutputFormat(Container container, SampleFormat sampleFormat) {
    public OutputFormat {
        if (container == Container.FLAC && sampleFormat == SampleFormat.FLOAT_32) {
            throw new IllegalArgumentException("FLAC holds whole numbers only");
        }
    }
}
