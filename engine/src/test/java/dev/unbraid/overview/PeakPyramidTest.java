package dev.unbraid.overview;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.concurrent.atomic.AtomicBoolean;

class PeakPyramidTest {
    @Test
    void anHourOfStereoTakesLessThan30Megabytes() {
        PeakPyramid peaks = new PeakPyramid(2);
        float[][] minute = new float[2][44_100 * 60];
        for (int i = 0; i < 60; i++) {
            peaks.add((long) i * minute[0].length, minute, 0, minute[0].length);
        }
        assertThat(peaks.bytes()).isBetween(10_000_000L, 30_000_000L);
    }

    @Test
    void readersSeeAtLeastWhatWasAddedBeforeTheyAsked() throws Exception {
        PeakPyramid peaks = new PeakPyramid(1);
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
    void everyAdditionCounts() {
        PeakPyramid peaks = new PeakPyramid(1);
        peaks.add(5, new float[1][100], 0, 100);
        peaks.add(1_000_000, new float[1][100], 50, 50);
        assertThat(peaks.additions()).isEqualTo(2);
        assertThat(peaks.channels()).isEqualTo(1);
    }
}
