package dev.unbraid.session;

import dev.unbraid.assets.AssetWriter;
import dev.unbraid.assets.AudioAsset;
import dev.unbraid.audio.AudioSource;
import dev.unbraid.overview.PeakPyramid;
import dev.unbraid.overview.Waveform;

import java.io.Closeable;
import java.io.IOException;
import java.util.function.LongPredicate;

/// A sound that comes into being: onto disk, into its waveform and into its hash in one go, from start to end.
final class Recording implements Closeable {
    private static final int BLOCK = 1 << 14;

    private final AssetWriter writer;
    private final PeakPyramid peaks;
    private final FrameDigest digest;
    private long frames;

    Recording(AssetWriter writer) {
        this.writer = writer;
        peaks = new PeakPyramid(writer.asset().spec().channels());
        digest = new FrameDigest(writer.asset().spec());
    }

    AudioAsset asset() {
        return writer.asset();
    }

    Waveform waveform() {
        return new Waveform(writer.asset(), peaks);
    }

    long frames() {
        return frames;
    }

    /// Appends `count` frames from `planes[channel][offset ..]`; the arrays are borrowed.
    void write(float[][] planes, int offset, int count) throws IOException {
        // Peaks first: whoever sees the frames may draw them at once.
        peaks.add(frames, planes, offset, count);
        digest.add(planes, offset, count);
        writer.write(frames, planes, offset, count);
        frames += count;
    }

    /// Appends all of a source.
    ///
    /// @param goesOn asked with the frames that are there, before each block
    /// @return whether the end was reached
    boolean fill(AudioSource source, LongPredicate goesOn) throws IOException {
        float[][] planes = new float[source.spec().channels()][BLOCK];
        for (int read = source.read(planes, 0, BLOCK); read >= 0; read = source.read(planes, 0, BLOCK)) {
            if (!goesOn.test(frames)) {
                return false;
            }
            write(planes, 0, read);
        }
        return goesOn.test(frames);
    }

    /// @return SHA-256 of all frames, as in [FrameDigest]
    String finish() throws IOException {
        writer.finish();
        return digest.hex();
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
