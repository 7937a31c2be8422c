package dev.unbraid.overview;

import dev.unbraid.assets.AudioAsset;
import dev.unbraid.audio.FrameRange;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Minimum, maximum and mean square of a sound at many widths, so that any zoom is drawn in the time of a screen's
/// columns. One thread adds while others read; neither waits.
///
/// Values are kept to three digits. An hour of stereo at 44.1 kHz takes 20 MB.
public final class PeakPyramid {
    /// Frames of the finest bins.
    public static final int BASE_FRAMES = 128;
    /// Each level's bins are as wide as four of the level under it.
    private static final int CHILDREN_BITS = 2;
    private static final int LEVELS = 8;

    /// `[channel][level]`, from the finest.
    private final List<List<PeakLevel>> levels;
    private final AtomicLong additions = new AtomicLong();
    private final AudioAsset sound;
    /// The adding thread's.
    private final Peaks sum = new Peaks();
    /// The adding thread's: what the sound holds around the end of a stretch.
    private final float[][] around;

    /// @param sound what is pictured: a bin that is added in pieces is completed with what the sound holds of it
    public PeakPyramid(AudioAsset sound) {
        this.sound = sound;
        int channels = sound.spec().channels();
        around = new float[channels][BASE_FRAMES];
        levels = IntStream.range(0, channels)
                .mapToObj(channel -> Stream.generate(PeakLevel::new).limit(LEVELS).toList())
                .toList();
    }

    public int channels() {
        return levels.size();
    }

    /// How often something was added: a picture made at the same count shows all there is.
    public long additions() {
        return additions.get();
    }

    /// Takes in frames of every channel, in any order, also anew in place of others; before or after the sound gets them.
    ///
    /// @param planes `[channel][offset ..]`, borrowed
    public void add(long startFrame, float[][] planes, int offset, int frames) {
        long end = startFrame + frames;
        for (long frame = startFrame; frame < end; ) {
            long bin = frame / BASE_FRAMES;
            long stop = Math.min(end, (bin + 1) * BASE_FRAMES);
            int from = offset + (int) (frame - startFrame);
            if (stop - frame < BASE_FRAMES) {
                addPart(new FrameRange(frame, stop), planes, from);
            } else {
                addBin(bin, planes, from);
            }
            frame = stop;
        }
        if (frames > 0) {
            raise(startFrame / BASE_FRAMES, (end - 1) / BASE_FRAMES);
        }
        // Read first by readers: they see at least what was added by then.
        additions.incrementAndGet();
    }

    private void addBin(long bin, float[][] planes, int from) {
        for (int channel = 0; channel < channels(); channel++) {
            sum.clear();
            sum.add(planes[channel], from, from + BASE_FRAMES);
            levels.get(channel).getFirst().set(bin, sum);
        }
    }

    private void addPart(FrameRange part, float[][] planes, int from) {
        long bin = part.start() / BASE_FRAMES;
        long start = bin * BASE_FRAMES;
        List<FrameRange> known = sound.coverage().ranges();
        sound.read(start, around, 0, BASE_FRAMES);
        for (int channel = 0; channel < channels(); channel++) {
            sum.clear();
            sum.add(planes[channel], from, from + (int) part.length());
            for (FrameRange there : known) {
                addAround(channel, start, Math.max(there.start(), start), Math.min(there.end(), part.start()));
                addAround(channel, start, Math.max(there.start(), part.end()), Math.min(there.end(), start + BASE_FRAMES));
            }
            levels.get(channel).getFirst().set(bin, sum);
        }
    }

    private void addAround(int channel, long start, long from, long to) {
        if (from < to) {
            sum.add(around[channel], (int) (from - start), (int) (to - start));
        }
    }

    /// Brings all levels up to date above the base bins `first` to `last`.
    private void raise(long first, long last) {
        for (List<PeakLevel> channel : levels) {
            for (int level = 1; level < LEVELS; level++) {
                PeakLevel children = channel.get(level - 1);
                int shift = level * CHILDREN_BITS;
                for (long bin = first >> shift; bin <= last >> shift; bin++) {
                    sum.clear();
                    children.read(bin << CHILDREN_BITS, (bin + 1) << CHILDREN_BITS, 1, sum);
                    channel.get(level).set(bin, sum);
                }
            }
        }
    }

    /// Adds base bins `first` to `end` of a channel to `peaks`, those that are there, in few steps however many they are.
    void read(int channel, long first, long end, Peaks peaks) {
        List<PeakLevel> all = levels.get(channel);
        long mask = (1 << CHILDREN_BITS) - 1;
        long from = first;
        long to = end;
        double frames = BASE_FRAMES;
        for (int level = 0; level < LEVELS - 1 && from < to; level++) {
            long inner = Math.min(to, (from + mask) & ~mask);
            all.get(level).read(from, inner, frames, peaks);
            long outer = Math.max(inner, to & ~mask);
            all.get(level).read(outer, to, frames, peaks);
            from = inner >> CHILDREN_BITS;
            to = outer >> CHILDREN_BITS;
            frames *= 1 << CHILDREN_BITS;
        }
        all.getLast().read(from, to, frames, peaks);
    }

    /// Heap taken, but for a few hundred bytes.
    long bytes() {
        return levels.stream().flatMap(List::stream).mapToLong(PeakLevel::bytes).sum();
    }
}
