package dev.unbraid.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.unbraid.assets.AssetStore;
import dev.unbraid.overview.SpectrogramSettings.Method;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;

class ColumnsTest {
    /// Half a step of the levels, and the width of the table's entries.
    private static final Offset<Double> STEP = within(0.34);
    private static final int FRAMES = 400_000;

    @TempDir
    Path folder;

    AssetStore store;

    @BeforeEach
    void open() throws IOException {
        store = new AssetStore(folder);
    }

    private SpectrogramTile tile(SpectrogramSettings settings, int zoom, int index, float[]... planes) throws IOException {
        try (Sound sound = new Sound(store, planes).whole()) {
            TileKey key = new TileKey(sound.asset.id(), settings, zoom, index);
            TileMaker maker = new TileMaker();
            MadeTile made = MadeTile.none(key);
            for (var ready = new ColumnGrid(key).ready(sound.asset); !made.made().equals(ready); ) {
                made = maker.grow(made, sound.asset, made.missingOf(ready, ready), ready);
            }
            return made.tile();
        }
    }

    private static SpectrogramSettings settings(WindowShape window, int padding, Method method) {
        return new SpectrogramSettings(1024, window, 0.75, padding, method);
    }

    private static int loudestBin(SpectrogramTile tile, int column) {
        return IntStream.range(0, tile.bins()).boxed()
                .max((a, b) -> Double.compare(tile.levelDb(column, a), tile.levelDb(column, b))).orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(WindowShape.class)
    void aSineOfFullScaleReadsZeroThroughEveryWindow(WindowShape window) throws Exception {
        for (int padding = 1; padding <= 8; padding *= 2) {
            SpectrogramTile tile = tile(settings(window, padding, Method.PLAIN), 0, 0, Sound.sine(FRAMES, 100 / 1024.0));
            assertThat(tile.columns()).isEqualTo(128);
            assertThat(tile.levelDb(64, 100 * padding)).isCloseTo(0, STEP);
        }
    }

    @ParameterizedTest
    @EnumSource(value = WindowShape.class, names = "RECTANGULAR", mode = EnumSource.Mode.EXCLUDE)
    void reassignedASineReadsZeroInOneBinWhereverItLies(WindowShape window) throws Exception {
        // A third of a bin beside its middle; the window's edges leave a little of it elsewhere.
        SpectrogramTile tile = tile(settings(window, 1, Method.REASSIGNED), 0, 0, Sound.sine(FRAMES, 100.33 / 1024));
        assertThat(loudestBin(tile, 64)).isEqualTo(100);
        assertThat(tile.levelDb(64, 100)).isCloseTo(0, STEP);
        assertThat(tile.levelDb(64, 99)).isLessThan(-40);
        assertThat(tile.levelDb(64, 101)).isLessThan(-40);
    }

    @Test
    void reassignedAClickLiesInItsColumnAlone() throws Exception {
        // Column 50 is centred on frame 12,800.
        SpectrogramTile tile = tile(settings(WindowShape.HANN, 1, Method.REASSIGNED), 0, 0, Sound.click(FRAMES, 12_870));
        assertThat(tile.levelDb(50, 200)).isGreaterThan(-60);
        for (int column = 0; column < 128; column++) {
            assertThat(tile.levelDb(column, 200) > SpectrogramTile.LOWEST_DB).as("%d", column).isEqualTo(column == 50);
        }
    }

    @Test
    void reassignedTilesMeetWithoutASeam() throws Exception {
        SpectrogramSettings reassigned = settings(WindowShape.HANN, 1, Method.REASSIGNED);
        double late = tile(reassigned, 0, 0, Sound.click(FRAMES, 256 * 50 + 70)).levelDb(50, 200);
        assertThat(tile(reassigned, 0, 0, Sound.click(FRAMES, 256 * 127 + 70)).levelDb(127, 200)).isEqualTo(late);
        double early = tile(reassigned, 0, 0, Sound.click(FRAMES, 256 * 50 - 70)).levelDb(50, 200);
        assertThat(tile(reassigned, 0, 1, Sound.click(FRAMES, 256 * 128 - 70)).levelDb(0, 200)).isEqualTo(early);
    }

    @Test
    void powerIsTheMeanOfTheChannels() throws Exception {
        float[] sine = Sound.sine(FRAMES, 100 / 1024.0);
        SpectrogramSettings hann = settings(WindowShape.HANN, 1, Method.PLAIN);
        assertThat(tile(hann, 0, 0, sine, new float[FRAMES]).levelDb(64, 100)).isCloseTo(-3, STEP);
        assertThat(tile(hann, 0, 0, sine, sine).levelDb(64, 100)).isCloseTo(0, STEP);
    }

    @Test
    void aColumnIsCentredOnItsFrame() throws Exception {
        SpectrogramTile tile = tile(settings(WindowShape.HANN, 1, Method.PLAIN), 0, 1, Sound.click(FRAMES, 256 * (128 + 40)));
        assertThat(tile.levelDb(40, 100)).isGreaterThan(tile.levelDb(39, 100) + 2)
                .isGreaterThan(tile.levelDb(41, 100) + 2);
        assertThat(tile.levelDb(39, 100)).isEqualTo(tile.levelDb(41, 100));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void noShortEventFallsBetweenTheColumnsOfAnyZoom(int zoom) throws Exception {
        SpectrogramSettings hann = settings(WindowShape.HANN, 1, Method.PLAIN);
        for (int at = 190_000; at < 200_000; at += 777) {
            double loudest = -200;
            for (int index = 0; index * 128L * (256L << zoom) < FRAMES; index++) {
                SpectrogramTile tile = tile(hann, zoom, index, Sound.click(FRAMES, at));
                for (int column = 0; column < tile.columns(); column++) {
                    loudest = Math.max(loudest, tile.levelDb(column, 100));
                }
            }
            // Through the window's peak a click of 1 reads −48 dB; among 16 looks its share is 12 dB less.
            assertThat(loudest).as("click at %d", at).isGreaterThan(-68);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, 4, 6})
    void aSineReadsZeroAtEveryZoom(int zoom) throws Exception {
        for (Method method : Method.values()) {
            SpectrogramTile tile = tile(settings(WindowShape.HANN, 1, method), zoom, 0, Sound.sine(FRAMES, 100 / 1024.0));
            assertThat(tile.levelDb(Math.min(64, tile.columns() / 2), 100)).isCloseTo(0, STEP);
        }
    }

    @Test
    void levelsAreRoundedToTheNearestStep() {
        for (double db = -150; db < 20; db += 0.01) {
            double level = SpectrogramTile.LOWEST_DB
                    + SpectrogramTile.STEP_DB * (LevelScale.level((float) Math.pow(10, db / 10)) & 0xff);
            assertThat(level).isCloseTo(Math.clamp(db, -144, 15.375), STEP);
        }
        assertThat(LevelScale.level(0)).isZero();
        assertThat(LevelScale.level(Float.NaN)).isZero();
    }
}
