package dev.unbraid.assets;

import dev.unbraid.audio.AssetId;
import dev.unbraid.audio.AudioSpec;
import dev.unbraid.audio.Coverage;
import dev.unbraid.audio.FrameRange;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A sound on disk that may still be growing, readable by any number of threads while one writes.
///
/// Reading neither locks nor allocates: the playback thread does it.
public final class AudioAsset {
    /// Frames of one piece of the file; within it the channels lie one after the other.
    static final int CHUNK_FRAMES = 1 << 18;
    static final ValueLayout.OfFloat SAMPLE =
            ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    private final AssetId id;
    private final AudioSpec spec;
    private volatile State state;

    /// @param chunks  the file in memory, in order, with a [#gap] where nothing was written; all of `coverage` lies in
    ///                the others
    /// @param settled the part of `coverage` that nobody will write over
    /// @param frames  how long the sound is, or is expected to become
    private record State(
            List<MemorySegment> chunks, Coverage coverage, Coverage settled, long frames, boolean complete) {}

    AudioAsset(AssetId id, AudioSpec spec, long expectedFrames) {
        this.id = id;
        this.spec = spec;
        state = new State(List.of(), Coverage.NONE, Coverage.NONE, expectedFrames, false);
    }

    public AssetId id() {
        return id;
    }

    public AudioSpec spec() {
        return spec;
    }

    /// How long it is; until [#isComplete], how long it is expected to be, at least what is there.
    public long frames() {
        return state.frames;
    }

    /// Which frames can be read. Grows, and never shrinks.
    public Coverage coverage() {
        return state.coverage;
    }

    /// Which frames will stay as they are; the others of [#coverage] are drafts. Grows, and never shrinks.
    public Coverage settled() {
        return state.settled;
    }

    public boolean isComplete() {
        return state.complete;
    }

    /// Reads `count` frames into `planes[channel][offset ..]`; silence where nothing is (yet), also before 0.
    ///
    /// @param planes at least as many as the sound has channels
    public void read(long startFrame, float[][] planes, int offset, int count) {
        State now = state;
        long end = startFrame + count;
        for (long frame = startFrame; frame < end; ) {
            int chunk = (int) Math.floorDiv(frame, (long) CHUNK_FRAMES);
            int within = (int) Math.floorMod(frame, (long) CHUNK_FRAMES);
            int run = (int) Math.min(CHUNK_FRAMES - within, end - frame);
            int target = offset + (int) (frame - startFrame);
            for (int channel = 0; channel < spec.channels(); channel++) {
                if (chunk < 0 || chunk >= now.chunks.size() || isGap(now.chunks.get(chunk))) {
                    Arrays.fill(planes[channel], target, target + run, 0);
                } else {
                    long from = ((long) channel * CHUNK_FRAMES + within) * Float.BYTES;
                    MemorySegment.copy(now.chunks.get(chunk), SAMPLE, from, planes[channel], target, run);
                }
            }
            frame += run;
        }
    }

    static MemorySegment gap() {
        return MemorySegment.NULL;
    }

    static boolean isGap(MemorySegment chunk) {
        return chunk.byteSize() == 0;
    }

    /// A sound that lies in `file` already.
    static AudioAsset reopened(AssetId id, AssetIndex index, Path file) throws IOException {
        AudioAsset asset = new AudioAsset(id, index.spec(), index.frames());
        long bytes = (long) CHUNK_FRAMES * index.spec().channels() * Float.BYTES;
        List<MemorySegment> chunks = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(file)) {
            for (long start = 0; start + bytes <= channel.size(); start += bytes) {
                chunks.add(channel.map(FileChannel.MapMode.READ_ONLY, start, bytes, Arena.ofAuto()));
            }
        }
        if (index.coverage().end() > (long) chunks.size() * CHUNK_FRAMES) {
            throw new IOException(file + " is shorter than its index says");
        }
        index.coverage().ranges().forEach(range -> asset.publish(List.copyOf(chunks), range, Standing.SETTLED));
        if (index.complete()) {
            asset.complete();
        }
        return asset;
    }

    /// What becomes of frames that were written.
    enum Standing { DRAFT, SETTLED }

    /// Called by the writer alone, after the frames lie in `chunks`.
    void publish(List<MemorySegment> chunks, FrameRange written, Standing standing) {
        State now = state;
        Coverage coverage = now.coverage.with(written);
        Coverage settled = switch (standing) {
            case DRAFT -> now.settled;
            case SETTLED -> now.settled.with(written);
        };
        state = new State(chunks, coverage, settled, Math.max(now.frames, coverage.end()), false);
    }

    void complete() {
        State now = state;
        state = new State(now.chunks, now.coverage, now.coverage, now.coverage.end(), true);
    }
}
