package dev.unbraid.codec;

import dev.unbraid.audio.AudioSink;
import dev.unbraid.audio.AudioSpec;
import dev.unbraid.audio.NoRoomException;

import java.io.IOException;
import java.nio.file.Path;

/// Writes a sound file from its start to its end. Used by one thread at a time.
///
/// Samples are rounded to the nearest step and limited to full scale; dither is the caller's. When writing fails,
/// closing deletes the file.
public final class AudioWriter implements AudioSink {
    private final Path file;
    private final AudioSpec spec;
    private final SampleQuantizer quantizer;
    private final Encoder encoder;
    private boolean failed;
    private boolean closed;

    private AudioWriter(Path file, AudioSpec spec, SampleQuantizer quantizer, Encoder encoder) {
        this.file = file;
        this.spec = spec;
        this.quantizer = quantizer;
        this.encoder = encoder;
    }

    static AudioWriter create(Path file, OutputFormat format, AudioSpec spec, Tags tags) throws IOException {
        Ffmpeg.load();
        if (spec.channels() > format.container().maximumChannels()) {
            throw new IOException("%s cannot hold %d channels: %s has room for %d. Write WAV instead."
                    .formatted(file, spec.channels(), format.container(), format.container().maximumChannels()));
        }
        if (!format.container().holds(spec.sampleRate())) {
            throw new IOException("%s cannot hold %,d Hz: the nearest that %s has is %,d Hz. Convert it, or write WAV."
                    .formatted(file, spec.sampleRate(), format.container(),
                            format.container().sampleRateFor(spec.sampleRate())));
        }
        try {
            Encoder encoder = Encoder.open(file, format, spec, tags);
            return new AudioWriter(file, spec, new SampleQuantizer(format.sampleFormat()), encoder);
        } catch (FfmpegException e) {
            throw sentence(file, e);
        }
    }

    @Override
    public AudioSpec spec() {
        return spec;
    }

    /// Samples so far that went beyond full scale and were cut down to it; always 0 for floats.
    public long clippedSamples() {
        return quantizer.clippedSamples();
    }

    @Override
    public void write(float[][] planes, int offset, int frames) throws IOException {
        if (closed || failed) {
            throw new IllegalStateException("closed: " + file);
        }
        try {
            for (int done = 0; done < frames; ) {
                int count = Math.min(frames - done, encoder.room());
                encoder.put(quantizer.pack(planes, offset + done, count), count);
                done += count;
            }
        } catch (FfmpegException e) {
            failed = true;
            throw sentence(file, e);
        }
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (encoder) {
            if (!failed) {
                encoder.finish();
            }
        } catch (FfmpegException e) {
            throw sentence(file, e);
        }
    }

    private static IOException sentence(Path file, FfmpegException cause) {
        if (cause.meansNoRoom()) {
            return new NoRoomException(
                    new NoRoomException.Lack.Full(String.valueOf(file.toAbsolutePath().getParent())),
                    "There is no room left to write %s. Free some space, or choose another folder.".formatted(file),
                    cause);
        }
        return new UnwritableAudioException(file, cause);
    }
}
