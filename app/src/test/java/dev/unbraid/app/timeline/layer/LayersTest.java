package dev.unbraid.app.timeline.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.unbraid.app.mirror.FrequencyScale;
import dev.unbraid.assets.AssetStore;
import dev.unbraid.assets.AssetWriter;
import dev.unbraid.audio.AssetId;
import dev.unbraid.audio.AudioSpec;
import dev.unbraid.audio.Coverage;
import dev.unbraid.audio.FrameRange;
import dev.unbraid.overview.PeakPyramid;
import dev.unbraid.overview.SpectrogramSettings;
import dev.unbraid.overview.SpectrogramTile;
import dev.unbraid.overview.TileKey;
import dev.unbraid.overview.Waveform;
import dev.unbraid.overview.WindowShape;
import dev.unbraid.ui.ColourMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

class LayersTest {
    private static final int BLACK = 0xff000000;
    private static final int WHITE = 0xffffffff;
    private static final int RED = 0xffff0000;
    private static final int BLUE = 0xff0000ff;
    private static final int GREY = 0xff808080;
    private static final SpectrogramSettings SETTINGS =
            new SpectrogramSettings(512, WindowShape.HANN, 0, 1, SpectrogramSettings.Method.PLAIN);
    private static final LevelColours COLOURS = new LevelColours(ColourMap.GREY, -80, -1, 0);

    @TempDir
    private Path folder;

    /// Silence, then a square wave of half of full scale, then silence, each `frames` long.
    private Waveform burst(int frames) throws IOException {
        float[][] planes = new float[1][3 * frames];
        for (int i = frames; i < 2 * frames; i++) {
            planes[0][i] = i % 2 == 0 ? 0.5f : -0.5f;
        }
        AssetWriter writer = new AssetStore(folder).create(new AudioSpec(44_100, 1), planes[0].length);
        writer.write(0, planes, 0, planes[0].length);
        writer.finish();
        writer.close();
        PeakPyramid peaks = new PeakPyramid(writer.asset());
        peaks.add(0, planes, 0, planes[0].length);
        return new Waveform(writer.asset(), peaks);
    }

    private static WaveformLayer waveform(Waveform of, WaveformLayer.Scale scale) {
        return new WaveformLayer(of, new WaveformLayer.Look(WHITE, 128, scale, WaveformLayer.Channels.APART));
    }

    private static Raster painted(Layer layer, Columns columns, int width, int height) {
        Raster raster = Raster.of(width, height);
        raster.clear(0, width, BLACK);
        layer.paint(columns, raster, 0, width);
        return raster;
    }

    @Test
    void aWaveformIsHighWhereSoundIsAndALineWhereItIsNot() throws IOException {
        Raster raster = painted(waveform(burst(51_200), WaveformLayer.Scale.LINEAR), new Columns(0, 512), 300, 46);
        // Reach is 20 pixels: half of full scale fills rows 13 to 32.
        assertThat(raster.at(150, 14)).isEqualTo(WHITE);
        assertThat(raster.at(150, 31)).isEqualTo(WHITE);
        assertThat(raster.at(150, 11)).isEqualTo(BLACK);
        assertThat(raster.at(150, 34)).isEqualTo(BLACK);
        for (int x : new int[] {10, 290}) {
            assertThat(raster.at(x, 14)).isEqualTo(BLACK);
            assertThat(raster.at(x, 22)).isNotEqualTo(BLACK);
        }
    }

    @Test
    void decibelsMakeQuietSoundHigher() throws IOException {
        Raster raster = painted(waveform(burst(51_200), WaveformLayer.Scale.DECIBELS), new Columns(0, 512), 300, 46);
        // -6 dB of 60 dB is nine tenths of the way.
        assertThat(raster.at(150, 6)).isEqualTo(WHITE);
        assertThat(raster.at(150, 3)).isEqualTo(BLACK);
    }

    @Test
    void whatIsPaintedPiecewiseIsWhatIsPaintedAtOnce() throws IOException {
        Waveform burst = burst(5_120);
        for (double framesPerColumn : new double[] {512, 41.7, 0.13}) {
            Columns columns = new Columns((long) (5_000 / framesPerColumn), framesPerColumn);
            Layer layer = waveform(burst, WaveformLayer.Scale.LINEAR);
            Raster whole = painted(layer, columns, 64, 40);
            Raster pieces = Raster.of(64, 40);
            pieces.clear(0, 64, BLACK);
            layer.paint(columns, pieces, 40, 64);
            layer.paint(columns, pieces, 0, 13);
            layer.paint(columns, pieces, 13, 40);
            assertThat(pieces.pixels()).as("at %s", framesPerColumn).isEqualTo(whole.pixels());
        }
    }

    @Test
    void singleSamplesAreDotsWhenClose() throws IOException {
        Raster raster = painted(waveform(burst(5_120), WaveformLayer.Scale.LINEAR), new Columns(5_120 * 16, 1.0 / 16), 64, 46);
        // Frame 5122 lies at column 32 and at half of full scale, 10 pixels above the middle.
        assertThat(raster.at(32, 13)).isEqualTo(WHITE);
        assertThat(raster.at(30, 13)).isNotEqualTo(BLACK);
        assertThat(raster.at(40, 13)).isEqualTo(BLACK);
    }

    private static Optional<SpectrogramTile> tile(TileKey key, int columns, int low, int high) {
        byte[] levels = new byte[columns * SETTINGS.bins()];
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) (i % SETTINGS.bins() < 128 ? low : high);
        }
        return Optional.of(new SpectrogramTile(key, columns, SETTINGS.bins(), levels));
    }

    /// Two rows: below and above a quarter of the sample rate.
    private static CursorSet cursors(Function<TileKey, Optional<SpectrogramTile>> tiles, String... assets) {
        CursorSet cursors = new CursorSet(tiles, new Gathering(100, _ -> { }));
        FrequencyAxis axis = new FrequencyAxis(FrequencyScale.LINEAR, 1, 22_050);
        cursors.show(new CursorSet.Shape(axis, 2, SETTINGS, 44_100), List.of(assets).stream().map(AssetId::new).toList());
        return cursors;
    }

    private static int level(double db) {
        return (int) Math.round((db - SpectrogramTile.LOWEST_DB) / SpectrogramTile.STEP_DB);
    }

    @Test
    void aSpectrogramIsBrightWhereEnergyIsAndKeepsTheGroundWhereNothingIsKnown() {
        CursorSet cursors = cursors(key -> key.zoom() == 0 && key.index() == 0
                ? tile(key, 10, level(0), level(-40)) : Optional.empty(), "a");
        Raster raster = painted(new SpectrogramLayer(cursors.cursor(new AssetId("a")), COLOURS, 256), new Columns(0, 512), 12, 2);
        assertThat(raster.at(5, 1)).isEqualTo(WHITE);
        assertThat(raster.at(5, 0) & 0xff).isBetween(90, 130);
        assertThat(raster.at(10, 1)).isEqualTo(BLACK);
    }

    @Test
    void aCoarserTileStandsInForOneThatIsBeingMade() {
        CursorSet cursors = cursors(key -> key.zoom() == 2 ? tile(key, 128, level(0), level(0)) : Optional.empty(), "a");
        Raster raster = painted(new SpectrogramLayer(cursors.cursor(new AssetId("a")), COLOURS, 256), new Columns(0, 512), 4, 2);
        assertThat(raster.at(2, 0)).isEqualTo(WHITE);
    }

    @Test
    void whatCannotBeGatheredInThisFrameIsLeftToTheNext() {
        List<TileKey> later = new ArrayList<>();
        Gathering gathering = new Gathering(1, later::add);
        Map<TileKey, Optional<SpectrogramTile>> tiles = new HashMap<>();
        CursorSet cursors = new CursorSet(key -> tiles.computeIfAbsent(key, it ->
                it.zoom() == 0 ? tile(it, 128, level(0), level(0)) : Optional.empty()), gathering);
        cursors.show(new CursorSet.Shape(new FrequencyAxis(FrequencyScale.LINEAR, 1, 22_050), 2, SETTINGS, 44_100), List.of(new AssetId("a")));
        Layer layer = new SpectrogramLayer(cursors.cursor(new AssetId("a")), COLOURS, 256);
        Raster first = painted(layer, new Columns(0, 512), 200, 2);
        assertThat(List.of(first.at(10, 0), first.at(150, 0))).containsExactly(WHITE, BLACK);
        assertThat(later).extracting(TileKey::index).containsOnly(1);
        gathering.startFrame();
        assertThat(painted(layer, new Columns(0, 512), 200, 2).at(150, 0)).isEqualTo(WHITE);
    }

    @Test
    void theTilesOfTheZoomThatIsShownAreWanted() {
        CursorSet cursors = cursors(_ -> Optional.empty(), "a");
        assertThat(cursors.wanted(new Columns(0, 1_024), 0, 200))
                .extracting(TileKey::zoom, TileKey::index)
                .containsExactly(tuple(1, 0), tuple(1, 1));
    }

    @Test
    void inTheStemMapHueIsTheOwnerAndBrightnessTheLevel() {
        CursorSet cursors = cursors(key -> switch (key.asset().value()) {
            case "mix" -> tile(key, 128, level(0), level(-40));
            case "low" -> tile(key, 128, level(0), 0);
            case "high" -> tile(key, 128, 0, level(-40));
            case String other -> throw new IllegalArgumentException(other);
        }, "mix", "low", "high");
        Coverage half = Coverage.of(new FrameRange(0, 512 * 50));
        StemMapLayer layer = new StemMapLayer(cursors.cursor(new AssetId("mix")), List.of(
                new StemMapLayer.Stem(cursors.cursor(new AssetId("low")), RED, () -> half),
                new StemMapLayer.Stem(cursors.cursor(new AssetId("high")), BLUE, () -> half)),
                new StemMapLayer.Look(COLOURS, BLACK, GREY, 256));
        Raster raster = painted(layer, new Columns(0, 512), 100, 2);
        assertThat(raster.at(10, 1)).as("loud, owned by the low stem").isEqualTo(RED);
        assertThat(raster.at(10, 0)).as("half as loud, owned by the high stem").matches(it -> (it & 0xffff00) == 0 && (it & 0xff) > 100 && (it & 0xff) < 115);
        assertThat(raster.at(80, 1)).as("loud, stems to come").isEqualTo(GREY);
    }

    @Test
    void whatIsToComeIsHatchedBehindADashedEdge() {
        HatchLayer layer = new HatchLayer(() -> Coverage.of(new FrameRange(0, 100)), () -> 300,
                new HatchLayer.Look(RED, BLUE, WHITE));
        Raster raster = painted(layer, new Columns(0, 10), 40, 36);
        assertThat(raster.at(9, 0)).isEqualTo(BLACK);
        assertThat(raster.at(10, 0)).isEqualTo(WHITE);
        assertThat(raster.at(10, 3)).isNotEqualTo(WHITE);
        assertThat(List.of(raster.at(20, 3), raster.at(20, 12))).containsExactlyInAnyOrder(RED, BLUE);
        assertThat(raster.at(30, 0)).isEqualTo(BLACK);
    }
}
