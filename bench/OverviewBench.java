import dev.unbraid.assets.AssetStore;
import dev.unbraid.assets.AudioAsset;
import dev.unbraid.audio.AudioSpec;
import dev.unbraid.overview.PeakColumns;
import dev.unbraid.overview.PeakPyramid;
import dev.unbraid.overview.SpectrogramSettings;
import dev.unbraid.overview.SpectrogramSettings.Method;
import dev.unbraid.overview.TileCache;
import dev.unbraid.overview.TileKey;
import dev.unbraid.overview.Waveform;
import dev.unbraid.overview.WindowShape;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;

/// What pictures of five minutes of stereo cost. The lines called cold come first, in a Java machine just started.
///
/// Runs as a source file with the engine on the class path; argument: a folder for the sound.
public final class OverviewBench {
    private static final int MINUTES = 5;
    private static final int BLOCK = 4096;
    /// A window of 1600 x 1000 shows this much of the timeline.
    private static final int SCREEN_COLUMNS = 1170;
    private static final int THREADS = 2;

    private OverviewBench() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        AssetStore store = new AssetStore(folder);
        float[][] planes = noise(MINUTES * 60 * 44_100 / BLOCK * BLOCK);
        AudioAsset sound = write(store, planes);
        // The first tiles come first: a window that has just opened is cold, too.
        SpectrogramSettings usual = SpectrogramSettings.USUAL;
        for (String state : List.of("cold", "warm")) {
            screen("usual, whole song, " + state, store, sound, usual, 5);
            screen("usual, closest, " + state, store, sound, usual, 0);
        }
        screen("reassigned, whole song", store, sound, with(usual, 4096, 1, Method.REASSIGNED), 5);
        screen("reassigned, closest", store, sound, with(usual, 4096, 1, Method.REASSIGNED), 0);
        screen("FFT 32768, padding 2, closest", store, sound, with(usual, 32768, 2, Method.PLAIN), 0);
        PeakPyramid peaks = new PeakPyramid(sound);
        for (int round = 0; round < 4; round++) {
            peaks = pyramid(sound, planes);
        }
        waveform(new Waveform(sound, peaks));
        find(store, sound);
        store.remove(sound.id());
        Files.delete(folder);
    }

    private static SpectrogramSettings with(SpectrogramSettings base, int fftSize, int padding, Method method) {
        return new SpectrogramSettings(fftSize, WindowShape.HANN, base.overlap(), padding, method);
    }

    private static float[][] noise(int frames) {
        var random = new Random(1);
        float[][] planes = new float[2][frames];
        for (float[] plane : planes) {
            for (int i = 0; i < frames; i++) {
                plane[i] = random.nextFloat() - 0.5f;
            }
        }
        return planes;
    }

    private static AudioAsset write(AssetStore store, float[][] planes) throws Exception {
        try (var writer = store.create(new AudioSpec(44_100, 2), planes[0].length)) {
            writer.write(0, planes, 0, planes[0].length);
            writer.finish();
            return writer.asset();
        }
    }

    /// From the wish to the first tile and to the last of a screen, one lane.
    private static void screen(String name, AssetStore store, AudioAsset sound, SpectrogramSettings settings, int zoom)
            throws InterruptedException {
        try (var cache = new TileCache(store::find, 512L << 20, THREADS)) {
            int tiles = Math.ceilDiv(SCREEN_COLUMNS, TileKey.COLUMNS);
            List<TileKey> keys = IntStream.range(0, tiles)
                    .mapToObj(i -> new TileKey(sound.id(), settings, zoom, i))
                    .filter(key -> key.startFrame() < sound.frames()).toList();
            var first = new CountDownLatch(1);
            var all = new CountDownLatch(1);
            cache.onTile(key -> {
                first.countDown();
                boolean whole = keys.stream().allMatch(it -> cache.find(it)
                        .filter(tile -> tile.columns() == Math.min(TileKey.COLUMNS,
                                Math.ceilDiv(sound.frames() - it.startFrame(), it.hopFrames()))).isPresent());
                if (whole) {
                    all.countDown();
                }
            });
            long begin = System.nanoTime();
            cache.want(keys);
            first.await();
            double firstMs = (System.nanoTime() - begin) / 1e6;
            all.await();
            double allMs = (System.nanoTime() - begin) / 1e6;
            System.out.printf("%-42s first %5.0f ms, all %d %5.0f ms%n", "tiles: " + name, firstMs, keys.size(), allMs);
        }
    }

    private static PeakPyramid pyramid(AudioAsset sound, float[][] planes) {
        PeakPyramid peaks = new PeakPyramid(sound);
        long begin = System.nanoTime();
        for (int frame = 0; frame < planes[0].length; frame += BLOCK) {
            peaks.add(frame, planes, frame, BLOCK);
        }
        System.out.printf("pyramid of %d min of stereo: %.0f ms%n", MINUTES, (System.nanoTime() - begin) / 1e6);
        return peaks;
    }

    private static void waveform(Waveform waveform) {
        PeakColumns columns = PeakColumns.of(SCREEN_COLUMNS);
        for (double framesPerColumn : new double[] {0.1, 1, 20, 255, 256, 1_000, 11_300}) {
            List<Double> times = new ArrayList<>();
            for (int round = 0; round < 300; round++) {
                long begin = System.nanoTime();
                waveform.read(round % 2, round * 10.0, framesPerColumn, columns);
                times.add((System.nanoTime() - begin) / 1e3);
            }
            times.sort(null);
            System.out.printf("waveform of one channel, %.1f frames a column: best %.0f us, median %.0f us%n",
                    framesPerColumn, times.getFirst(), times.get(150));
        }
    }

    private static void find(AssetStore store, AudioAsset sound) {
        try (var cache = new TileCache(store::find, 1 << 20, THREADS)) {
            List<Double> times = new ArrayList<>();
            for (int round = 0; round < 2_000; round++) {
                long begin = System.nanoTime();
                for (int i = 0; i < 200; i++) {
                    cache.find(new TileKey(sound.id(), SpectrogramSettings.USUAL, 0, i));
                }
                times.add((System.nanoTime() - begin) / 1e3);
            }
            times.sort(null);
            System.out.printf("200 finds: best %.0f us, median %.0f us%n", times.getFirst(), times.get(1_000));
        }
    }
}
