package dev.unbraid.session;

import dev.unbraid.assets.AssetWriter;
import dev.unbraid.assets.AudioAsset;
import dev.unbraid.audio.AudioSource;
import dev.unbraid.cache.FrameDigest;
import dev.unbraid.overview.PeakPyramid;
import dev.unbraid.overview.Waveform;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.function.LongPredicate;

/// A sound that comes into being: onto disk and into its waveform, in any order; into its hash, too, if it comes in one
/// go. One thread at a time.
final class Recording implements Closeable {
    private static final int BLOCK = 1 << 14;

    private final AssetWriter writer;
    private final PeakPyramid peaks;
    private Optional<String> sha256 = Optional.empty();

    Recording(AssetWriter writer) {
        this.writer = writer;
        peaks = new PeakPyramid(writer.asset());
    }

    AudioAsset asset() {
        return writer.asset();
    }

    Waveform waveform() {
        return new Waveform(writer.asset(), peaks);
    }

    boolean isEmpty() {
        return asset().coverage().end() == 0;
    }

    /// Puts `count` frames from `planes[channel][offset ..]` in their place, to stay; the arrays are borrowed.
    void write(long startFrame, float[][] planes, int offset, int count) throws IOException {
        // Peaks first: whoever sees the frames may draw them at once.
        peaks.add(startFrame, planes, offset, count);
        writer.write(startFrame, planes, offset, count);
    }

    /// As [#write], for frames that will be written again.
    void draft(long startFrame, float[][] planes, int offset, int count) throws IOException {
        peaks.add(startFrame, planes, offset, count);
        writer.draft(startFrame, planes, offset, count);
    }

    /// Puts in all of a source, from the first frame on.
    ///
    /// @param goesOn asked with the frames that are there, before each block
    /// @return whether the end was reached
    boolean fill(AudioSource source, LongPredicate goesOn) throws IOException {
        FrameDigest digest = new FrameDigest(asset().spec());
        float[][] planes = new float[source.spec().channels()][BLOCK];
        long frames = 0;
        for (int read = source.read(planes, 0, BLOCK); read >= 0; read = source.read(planes, 0, BLOCK)) {
            if (!goesOn.test(frames)) {
                return false;
            }
            digest.add(planes, 0, read);
            write(frames, planes, 0, read);
            frames += read;
        }
        sha256 = Optional.of(digest.hex());
        return goesOn.test(frames);
    }

    /// SHA-256 of all frames, as in [FrameDigest], if they came in one go.
    Optional<String> sha256() {
        return sha256;
    }

    void finish() throws IOException {
        writer.finish();
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
