package dev.unbraid.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.unbraid.assets.AssetStore;
import dev.unbraid.overview.SpectrogramSettings.Method;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.IntStream;

@Timeout(30)
class TileCacheTest {
    private static final SpectrogramSettings SMALL =
            new SpectrogramSettings(512, WindowShape.HANN, 0.5, 1, Method.PLAIN);
    private static final int TILE_BYTES = 128 * 257;
    private static final int TILE_FRAMES = 128 * 256;

    @TempDir
    Path folder;

    private final LinkedBlockingQueue<TileKey> news = new LinkedBlockingQueue<>();
    private AssetStore store;
    private TileCache cache;

    @BeforeEach
    void open() throws IOException {
        store = new AssetStore(folder);
        cache = cacheOf(100L * TILE_BYTES);
    }

    @AfterEach
    void close() {
        cache.close();
    }

    private TileCache cacheOf(long budgetBytes) {
        TileCache made = new TileCache(store::find, budgetBytes, 2);
        made.onTile(news::add);
        return made;
    }

    private static List<TileKey> keys(Sound sound, int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> new TileKey(sound.asset.id(), SMALL, 0, i)).toList();
    }

    private SpectrogramTile await(TileKey key, int columns) throws InterruptedException {
        while (cache.find(key).filter(tile -> tile.columns() >= columns).isEmpty()) {
            Thread.sleep(1);
        }
        return cache.find(key).orElseThrow();
    }

    private void assertThatNoMoreTilesCome() throws InterruptedException {
        // What is being made is still told.
        Thread.sleep(200);
        news.clear();
        Thread.sleep(200);
        assertThat(news).isEmpty();
    }

    @Test
    void aWantedTileComesAndIsTold() throws Exception {
        try (Sound sound = new Sound(store, Sound.sine(TILE_FRAMES * 2, 0.125)).whole()) {
            TileKey key = keys(sound, 1, 2).getFirst();
            assertThat(cache.find(key)).isEmpty();
            cache.want(List.of(key));
            assertThat(news.take()).isEqualTo(key);
            assertThat(cache.find(key).orElseThrow().levelDb(60, 64)).isCloseTo(0, within(0.32));
        }
    }

    @Test
    void theLastTileEndsWithItsSound() throws Exception {
        try (Sound sound = new Sound(store, Sound.noise(TILE_FRAMES + 256 * 10 + 1, 1)).whole()) {
            cache.want(keys(sound, 0, 3));
            assertThat(await(keys(sound, 1, 2).getFirst(), 11).columns()).isEqualTo(11);
            assertThat(cache.find(keys(sound, 2, 3).getFirst())).isEmpty();
            await(keys(sound, 0, 1).getFirst(), 128);
            assertThatNoMoreTilesCome();
        }
    }

    @Test
    void aGrowingTileGetsColumnsAsSoonAsAllTheirFramesAreThere() throws Exception {
        try (Sound sound = new Sound(store, Sound.noise(TILE_FRAMES - 1, 2))) {
            TileKey key = keys(sound, 0, 1).getFirst();
            cache.want(List.of(key));
            sound.add(0, 2_559);
            // Column 9 needs frames up to 9 * 256 + 256.
            assertThat(await(key, 9).columns()).isEqualTo(9);
            sound.add(2_559, 2_560);
            assertThat(await(key, 10).columns()).isEqualTo(10);
            sound.add(2_560, TILE_FRAMES - 1);
            assertThat(await(key, 127).columns()).isEqualTo(127);
            // The last one's last frame will never come: only the end tells.
            sound.finish();
            assertThat(await(key, 128).columns()).isEqualTo(128);
        }
    }

    @Test
    void aTileThatGrewIsTheOneMadeAtOnce() throws Exception {
        float[] samples = Sound.noise(TILE_FRAMES, 3);
        try (Sound growing = new Sound(store, samples); Sound whole = new Sound(store, samples).whole()) {
            TileKey grown = keys(growing, 0, 1).getFirst();
            TileKey once = keys(whole, 0, 1).getFirst();
            cache.want(List.of(grown, once));
            growing.add(20_000, 30_000);
            SpectrogramTile gap = await(grown, 100);
            assertThat(gap.levelDb(10, 50)).isEqualTo(SpectrogramTile.LOWEST_DB);
            growing.add(0, 20_000);
            growing.add(30_000, TILE_FRAMES);
            growing.finish();
            assertThat(await(grown, 128).levels()).isEqualTo(await(once, 128).levels());
        }
    }

    @Test
    void columnsOfADraftAreMadeAgainOnceItHasSettled() throws Exception {
        float[] samples = Sound.noise(TILE_FRAMES, 3);
        try (Sound growing = new Sound(store, samples); Sound whole = new Sound(store, samples).whole()) {
            TileKey grown = keys(growing, 0, 1).getFirst();
            TileKey once = keys(whole, 0, 1).getFirst();
            cache.want(List.of(grown, once));
            growing.draft(10_000, 30_000);
            byte[] draft = await(grown, 100).levels();
            growing.add(0, 12_000);
            growing.add(12_000, TILE_FRAMES);
            byte[] wanted = await(once, 128).levels();
            int early = 120 * await(grown, 120).bins();
            while (!Arrays.equals(await(grown, 120).levels(), 0, early, wanted, 0, early)) {
                Thread.sleep(1);
            }
            assertThat(draft).isNotEqualTo(Arrays.copyOf(wanted, draft.length));
            growing.finish();
            assertThat(await(grown, 128).levels()).isEqualTo(wanted);
            assertThatNoMoreTilesCome();
        }
    }

    @Test
    void theBudgetHoldsAndTheLeastRecentlyUsedGo() throws Exception {
        cache.close();
        cache = cacheOf(10L * TILE_BYTES);
        try (Sound sound = new Sound(store, Sound.noise(TILE_FRAMES * 30, 4)).whole()) {
            for (TileKey key : keys(sound, 0, 10)) {
                cache.want(List.of(key));
                assertThat(news.take()).isEqualTo(key);
            }
            TileKey used = keys(sound, 0, 1).getFirst();
            assertThat(cache.find(used)).isPresent();
            TileKey next = keys(sound, 10, 11).getFirst();
            cache.want(List.of(next));
            assertThat(news.take()).isEqualTo(next);
            assertThat(cache.find(used)).isPresent();
            assertThat(cache.find(keys(sound, 1, 2).getFirst())).isEmpty();
            assertThat(cache.stats().bytes()).isEqualTo((long) cache.stats().tiles() * TILE_BYTES)
                    .isLessThanOrEqualTo(cache.stats().budgetBytes());
        }
    }

    @Test
    void moreWishesThanFitDoNotChaseEachOther() throws Exception {
        cache.close();
        cache = cacheOf(5L * TILE_BYTES);
        try (Sound sound = new Sound(store, Sound.noise(TILE_FRAMES * 9, 5)).whole()) {
            cache.want(keys(sound, 0, 9));
            for (TileKey key : keys(sound, 0, 5)) {
                await(key, 128);
            }
            assertThatNoMoreTilesCome();
            assertThat(cache.stats().tiles()).isEqualTo(5);
        }
    }

    @Test
    void aNewWishReplacesThoseStillPending() throws Exception {
        SpectrogramSettings slow = new SpectrogramSettings(32768, WindowShape.KAISER, 0.9375, 2, Method.PLAIN);
        cache.close();
        cache = cacheOf(1L << 30);
        try (Sound sound = new Sound(store, Sound.noise(2048 * 128 * 9, 6)).whole()) {
            cache.want(IntStream.range(0, 9).mapToObj(i -> new TileKey(sound.asset.id(), slow, 0, i)).toList());
            news.take();
            TileKey quick = keys(sound, 3, 4).getFirst();
            cache.want(List.of(quick));
            await(quick, 128);
            assertThatNoMoreTilesCome();
            assertThat(cache.find(new TileKey(sound.asset.id(), slow, 0, 8))).isEmpty();
        }
    }

    @Test
    void itsThreadsEndWithIt() {
        cache.close();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().startsWith("unbraid-tiles"));
    }
}
