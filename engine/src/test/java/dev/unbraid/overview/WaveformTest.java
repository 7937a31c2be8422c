package dev.unbraid.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.unbraid.assets.AssetStore;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

class WaveformTest {
    /// Of half-precision floats.
    private static final Percentage THREE_DIGITS = Percentage.withPercentage(0.05);
    private static final Offset<Float> EXACT = within(0f);

    @TempDir
    Path folder;

    AssetStore store;

    @BeforeEach
    void open() throws IOException {
        store = new AssetStore(folder);
    }

    private static Waveform waveform(Sound sound) {
        return new Waveform(sound.asset, sound.peaks);
    }

    private static float[] extent(float[] samples, long from, long to) {
        float min = Float.POSITIVE_INFINITY;
        float max = Float.NEGATIVE_INFINITY;
        double squares = 0;
        for (int i = (int) from; i < to; i++) {
            min = Math.min(min, samples[i]);
            max = Math.max(max, samples[i]);
            squares += (double) samples[i] * samples[i];
        }
        return new float[] {min, max, (float) Math.sqrt(squares / (to - from))};
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.7, 16, 97.3, 255.9})
    void closeUpEveryColumnIsExact(double framesPerColumn) throws Exception {
        float[] right = Sound.noise(60_000, 2);
        try (Sound sound = new Sound(store, Sound.noise(60_000, 1), right).whole()) {
            PeakColumns columns = PeakColumns.of(200);
            waveform(sound).read(1, 1234.5, framesPerColumn, columns);
            for (int i = 0; i < 200; i++) {
                long from = (long) Math.floor(1234.5 + i * framesPerColumn);
                long to = (long) Math.floor(1234.5 + (i + 1) * framesPerColumn);
                float[] expected = extent(right, from, to);
                assertThat(columns.min()[i]).isCloseTo(expected[0], EXACT);
                assertThat(columns.max()[i]).isCloseTo(expected[1], EXACT);
                assertThat(columns.rms()[i]).isCloseTo(expected[2], within(1e-6f));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {256, 300, 1000.7, 5000, 40_000, 333_333})
    void fromAfarEveryColumnIsThatOfTheNearestBins(double framesPerColumn) throws Exception {
        float[] samples = Sound.noise(2_000_000, 3);
        try (Sound sound = new Sound(store, samples).whole()) {
            int count = Math.min(500, (int) (1_990_000 / framesPerColumn));
            PeakColumns columns = PeakColumns.of(count);
            waveform(sound).read(0, 777, framesPerColumn, columns);
            for (int i = 0; i < count; i++) {
                float[] expected = extent(samples, nearestBin(777 + i * framesPerColumn),
                        nearestBin(777 + (i + 1) * framesPerColumn));
                assertThat(columns.min()[i]).isCloseTo(expected[0], THREE_DIGITS);
                assertThat(columns.max()[i]).isCloseTo(expected[1], THREE_DIGITS);
                assertThat(columns.rms()[i]).isCloseTo(expected[2], THREE_DIGITS);
            }
        }
    }

    private static long nearestBin(double frame) {
        return Math.round(frame / PeakPyramid.BASE_FRAMES) * PeakPyramid.BASE_FRAMES;
    }

    @Test
    void withinAFrameEveryColumnShowsIt() throws Exception {
        float[] samples = Sound.noise(100, 4);
        try (Sound sound = new Sound(store, samples).whole()) {
            PeakColumns columns = PeakColumns.of(40);
            waveform(sound).read(0, 50, 0.25, columns);
            assertThat(columns.min()[7]).isEqualTo(samples[51]);
            assertThat(columns.max()[8]).isEqualTo(samples[52]);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 100, 1000})
    void outsideTheSoundNothingIsThere(double framesPerColumn) throws Exception {
        try (Sound sound = new Sound(store, Sound.noise(100_000, 5)).whole()) {
            PeakColumns columns = PeakColumns.of(10);
            waveform(sound).read(0, -5 * framesPerColumn, framesPerColumn, columns);
            assertThat(columns.max()[4]).isLessThan(columns.min()[4]);
            assertThat(columns.max()[5]).isGreaterThanOrEqualTo(columns.min()[5]);
            waveform(sound).read(0, 200_000, framesPerColumn, columns);
            assertThat(columns.max()[0]).isLessThan(columns.min()[0]);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {64, 512})
    void whatIsNotThereYetIsNotDrawn(double framesPerColumn) throws Exception {
        try (Sound sound = new Sound(store, new float[40_960]).add(10_240, 20_480)) {
            int count = (int) (40_960 / framesPerColumn);
            PeakColumns columns = PeakColumns.of(count);
            waveform(sound).read(0, 0, framesPerColumn, columns);
            for (int i = 0; i < count; i++) {
                boolean there = i >= count / 4 && i < count / 2;
                assertThat(columns.max()[i] >= columns.min()[i]).as("column %d", i).isEqualTo(there);
            }
        }
    }

    @Test
    void aColumnThatIsHalfThereHasTheLevelOfWhatIsThere() throws Exception {
        float[] samples = Sound.sine(40_960, 0.01);
        try (Sound sound = new Sound(store, samples).add(0, 20_480 + 64)) {
            PeakColumns columns = PeakColumns.of(1);
            waveform(sound).read(0, 0, 40_960, columns);
            assertThat(columns.rms()[0]).isCloseTo((float) Math.sqrt(0.5), Percentage.withPercentage(1));
            assertThat(columns.max()[0]).isCloseTo(1, THREE_DIGITS);
        }
    }

    @Test
    void theOrderInWhichStretchesComeIsNotSeen() throws Exception {
        float[] samples = Sound.noise(500_000, 6);
        List<Integer> starts = new ArrayList<>();
        for (int start = 0; start < samples.length; start += 1_003) {
            starts.add(start);
        }
        Collections.shuffle(starts, new Random(7));
        try (Sound inOrder = new Sound(store, samples).whole(); Sound shuffled = new Sound(store, samples)) {
            for (int start : starts) {
                shuffled.add(start, Math.min(samples.length, start + 1_003));
            }
            PeakColumns expected = PeakColumns.of(100);
            PeakColumns found = PeakColumns.of(100);
            waveform(inOrder).read(0, 0, 5_000, expected);
            waveform(shuffled).read(0, 0, 5_000, found);
            assertThat(found.min()).isEqualTo(expected.min());
            assertThat(found.max()).isEqualTo(expected.max());
            assertThat(found.rms()).usingComparatorWithPrecision(1e-4f).containsExactly(expected.rms());
        }
    }

    @Test
    void soundBeyondFullScaleKeepsItsHeight() throws Exception {
        float[] samples = new float[100_000];
        samples[50_000] = 3.5f;
        samples[50_001] = -20;
        try (Sound sound = new Sound(store, samples).whole()) {
            PeakColumns columns = PeakColumns.of(1);
            waveform(sound).read(0, 0, 100_000, columns);
            assertThat(columns.max()[0]).isEqualTo(3.5f);
            assertThat(columns.min()[0]).isEqualTo(-20);
        }
    }

    @Test
    void faintSoundKeepsItsLevel() throws Exception {
        float[] samples = Sound.sine(100_000, 0.01);
        for (int i = 0; i < samples.length; i++) {
            samples[i] *= 1e-4f;
        }
        try (Sound sound = new Sound(store, samples).whole()) {
            PeakColumns columns = PeakColumns.of(1);
            waveform(sound).read(0, 0, 100_000, columns);
            assertThat(columns.rms()[0]).isCloseTo((float) (1e-4 * Math.sqrt(0.5)), Percentage.withPercentage(0.2));
            assertThat(columns.max()[0]).isCloseTo(1e-4f, Percentage.withPercentage(0.2));
        }
    }
}
