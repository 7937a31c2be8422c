package dev.unbraid.overview;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.assets.AssetStore;
import dev.unbraid.audio.AudioSpec;
import dev.unbraid.audio.Coverage;
import dev.unbraid.audio.FrameRange;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

class PeakPyramidTest {
    @TempDir
    Path folder;

    private PeakPyramid pyramid(int channels) throws IOException {
        return new PeakPyramid(new AssetStore(folder).create(new AudioSpec(44_100, channels), 0).asset());
    }

    @Test
    void anHourOfStereoTakesLessThan30Megabytes() throws Exception {
        PeakPyramid peaks = pyramid(2);
        float[][] minute = new float[2][44_100 * 60];
        for (int i = 0; i < 60; i++) {
            peaks.add((long) i * minute[0].length, minute, 0, minute[0].length);
        }
        assertThat(peaks.bytes()).isBetween(10_000_000L, 30_000_000L);
    }

    @Test
    void readersSeeAtLeastWhatWasAddedBeforeTheyAsked() throws Exception {
        PeakPyramid peaks = pyramid(1);
        float[][] block = {Sound.noise(1 << 12, 1)};
        var done = new AtomicBoolean();
        Thread adding = Thread.ofPlatform().start(() -> {
            for (int i = 0; i < 1_000; i++) {
                peaks.add((long) i << 12, block, 0, 1 << 12);
            }
            done.set(true);
        });
        Peaks seen = new Peaks();
        while (!done.get()) {
            long blocks = peaks.additions();
            seen.clear();
            peaks.read(0, 0, blocks << 5, seen);
            assertThat(seen.frames()).isEqualTo((double) (blocks << 12));
        }
        adding.join();
    }

    @Test
    void everyAdditionCounts() throws Exception {
        PeakPyramid peaks = pyramid(1);
        peaks.add(5, new float[1][100], 0, 100);
        peaks.add(1_000_000, new float[1][100], 50, 50);
        assertThat(peaks.additions()).isEqualTo(2);
        assertThat(peaks.channels()).isEqualTo(1);
    }

    @RepeatedTest(20)
    void inAnyOrderAndWithDraftsBeforeItIsThatOfTheWholeSound(RepetitionInfo round) throws Exception {
        int frames = 40_000;
        Random random = new Random(round.getCurrentRepetition());
        AssetStore store = new AssetStore(folder);
        float[] left = Sound.noise(frames, 1);
        float[] right = Sound.noise(frames, 2);
        try (Sound once = new Sound(store, left, right).whole(); Sound pieces = new Sound(store, left, right)) {
            List<Integer> borders = new ArrayList<>(List.of(0, frames));
            random.ints(30, 1, frames).forEach(borders::add);
            Collections.sort(borders);
            List<Integer> order = new ArrayList<>(IntStream.range(0, borders.size() - 1).boxed().toList());
            Collections.shuffle(order, random);
            for (int piece : order) {
                int from = borders.get(piece);
                int to = borders.get(piece + 1);
                int reach = random.nextInt(3_000);
                for (FrameRange draft : missing(pieces, Math.max(0, from - reach), Math.min(frames, to + reach))) {
                    pieces.draft((int) draft.start(), (int) draft.end());
                }
                pieces.add(from, to);
            }
            for (int channel = 0; channel < 2; channel++) {
                for (long bin = 0; bin < frames / 128; bin++) {
                    assertThat(read(pieces, channel, bin, bin + 1)).as("bin %d", bin).isEqualTo(read(once, channel, bin, bin + 1));
                }
                assertThat(read(pieces, channel, 0, 313)).isEqualTo(read(once, channel, 0, 313));
            }
        }
    }

    /// What has not settled yet.
    private static List<FrameRange> missing(Sound sound, int from, int to) {
        List<FrameRange> missing = new ArrayList<>();
        Coverage settled = sound.asset.settled();
        for (long at = from; at < to; ) {
            long known = settled.endFrom(at);
            if (known > at) {
                at = known;
            } else {
                long end = Math.min(to, settled.nextAfter(at));
                missing.add(new FrameRange(at, end));
                at = end;
            }
        }
        return missing;
    }

    private static List<Float> read(Sound sound, int channel, long first, long end) {
        Peaks peaks = new Peaks();
        sound.peaks.read(channel, first, end, peaks);
        return List.of(peaks.min(), peaks.max(), (float) peaks.meanSquare());
    }
}
