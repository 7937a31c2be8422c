package dev.unbraid.assets;

import dev.unbraid.audio.AudioSpec;
import dev.unbraid.audio.FrameRange;
import dev.unbraid.audio.NoRoomException;

import java.io.Closeable;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/// Fills an asset, in any order, on one thread at a time. What is written can be read at once.
///
/// Gaps take no room on disk where the system knows files with holes.
public final class AssetWriter implements Closeable {
    private final AudioAsset asset;
    private final Path file;
    private final FileChannel channel;
    private List<MemorySegment> chunks = List.of();

    private AssetWriter(AudioAsset asset, Path file, FileChannel channel) {
        this.asset = asset;
        this.file = file;
        this.channel = channel;
    }

    static AssetWriter create(AudioAsset asset, Path file) throws IOException {
        return new AssetWriter(asset, file, FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE));
    }

    public AudioAsset asset() {
        return asset;
    }

    /// Writes `count` frames from `planes[channel][offset ..]`, over drafts or where nothing was; the arrays are borrowed.
    ///
    /// @throws NoRoomException if the disk is full
    public void write(long startFrame, float[][] planes, int offset, int count) throws IOException {
        put(startFrame, planes, offset, count, AudioAsset.Standing.SETTLED);
    }

    /// As [#write], for frames that will be written again.
    public void draft(long startFrame, float[][] planes, int offset, int count) throws IOException {
        put(startFrame, planes, offset, count, AudioAsset.Standing.DRAFT);
    }

    private void put(long startFrame, float[][] planes, int offset, int count, AudioAsset.Standing standing)
            throws IOException {
        AudioSpec spec = asset.spec();
        long end = startFrame + count;
        for (long frame = startFrame; frame < end; ) {
            int within = (int) (frame % AudioAsset.CHUNK_FRAMES);
            int run = (int) Math.min(AudioAsset.CHUNK_FRAMES - within, end - frame);
            MemorySegment chunk = chunk((int) (frame / AudioAsset.CHUNK_FRAMES));
            int source = offset + (int) (frame - startFrame);
            for (int lane = 0; lane < spec.channels(); lane++) {
                long to = ((long) lane * AudioAsset.CHUNK_FRAMES + within) * Float.BYTES;
                MemorySegment.copy(planes[lane], source, chunk, AudioAsset.SAMPLE, to, run);
            }
            frame += run;
        }
        asset.publish(chunks, new FrameRange(startFrame, end), standing);
    }

    private MemorySegment chunk(int index) throws IOException {
        if (index >= chunks.size() || AudioAsset.isGap(chunks.get(index))) {
            long bytes = (long) AudioAsset.CHUNK_FRAMES * asset.spec().channels() * Float.BYTES;
            long start = index * bytes;
            reserve(start, bytes);
            List<MemorySegment> more = new ArrayList<>(chunks);
            while (index >= more.size()) {
                more.add(AudioAsset.gap());
            }
            // The collector unmaps it: a reader on another thread may be in it when this closes.
            more.set(index, channel.map(FileChannel.MapMode.READ_WRITE, start, bytes, Arena.ofAuto()));
            chunks = List.copyOf(more);
            note();
        }
        return chunks.get(index);
    }

    /// Takes the room by writing: a full disk met through a mapping would end the process.
    private void reserve(long start, long bytes) throws IOException {
        ByteBuffer zeros = ByteBuffer.allocate(1 << 16);
        try {
            for (long done = 0; done < bytes; done += zeros.capacity()) {
                zeros.clear();
                while (zeros.hasRemaining()) {
                    channel.write(zeros, start + done + zeros.position());
                }
            }
        } catch (IOException e) {
            throw FullDisk.named(e, file);
        }
    }

    /// Says that nothing more will come.
    public void finish() throws IOException {
        asset.complete();
        note();
    }

    /// So that it can be opened again after a crash: what was there when the file last grew, or all of it.
    private void note() throws IOException {
        new AssetIndex(asset.spec(), asset.frames(), asset.isComplete(), asset.coverage()).write(AssetIndex.beside(file));
    }

    /// The sound stays readable. One that was not finished stays unfinished.
    @Override
    public void close() throws IOException {
        channel.close();
    }
}
