package dev.unbraid.assets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.audio.AssetId;
import dev.unbraid.audio.AudioSpec;
import dev.unbraid.audio.Coverage;
import dev.unbraid.audio.FrameRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

class AssetStoreTest {
    private static final AudioSpec MONO = new AudioSpec(44_100, 1);
    private static final int CHUNK = AudioAsset.CHUNK_FRAMES;

    @TempDir
    Path folder;

    private static float[][] constant(int frames, float value) {
        float[][] planes = new float[1][frames];
        Arrays.fill(planes[0], value);
        return planes;
    }

    private static float at(AudioAsset sound, long frame) {
        float[][] planes = new float[1][1];
        sound.read(frame, planes, 0, 1);
        return planes[0][0];
    }

    private AssetWriter withAGap(AssetStore store) throws IOException {
        AssetWriter writer = store.create(MONO, 20L * CHUNK);
        writer.write(10L * CHUNK - 5, constant(10, 1), 0, 10);
        writer.write(3L * CHUNK, constant(7, 2), 0, 7);
        return writer;
    }

    @Test
    void framesComeInAnyOrderWithSilenceBetween() throws Exception {
        AssetStore store = new AssetStore(folder);
        try (AssetWriter writer = withAGap(store)) {
            AudioAsset sound = writer.asset();
            assertThat(sound.coverage()).isEqualTo(new Coverage(List.of(
                    new FrameRange(3L * CHUNK, 3L * CHUNK + 7), new FrameRange(10L * CHUNK - 5, 10L * CHUNK + 5))));
            assertThat(at(sound, 3L * CHUNK)).isEqualTo(2);
            assertThat(at(sound, 10L * CHUNK - 5)).isEqualTo(1);
            assertThat(at(sound, 10L * CHUNK + 4)).isEqualTo(1);
            assertThat(at(sound, 5L * CHUNK)).isZero();
            assertThat(at(sound, 15L * CHUNK)).isZero();
        }
    }

    @Test
    void aGapIsBroughtBackAfterACrash() throws Exception {
        AssetStore store = new AssetStore(folder.resolve("crashed"));
        AssetId id;
        try (AssetWriter writer = withAGap(store)) {
            // The index is written when the file grows.
            writer.write(12L * CHUNK, constant(1, 3), 0, 1);
            id = writer.asset().id();
        }
        AudioAsset back = new AssetStore(folder.resolve("next")).adopt(id, folder.resolve("crashed"));
        assertThat(back.isComplete()).isFalse();
        assertThat(at(back, 3L * CHUNK)).isEqualTo(2);
        assertThat(at(back, 10L * CHUNK)).isEqualTo(1);
        assertThat(at(back, 5L * CHUNK)).isZero();
        assertThat(back.settled()).isEqualTo(back.coverage());
        assertThat(folder.resolve("crashed").resolve(id + ".pcm")).as("for whoever has to take it over again").exists();
    }

    @Test
    void aDraftIsThereButHasNotSettledUntilItIsWritten() throws Exception {
        try (AssetWriter writer = new AssetStore(folder).create(MONO, 100)) {
            AudioAsset sound = writer.asset();
            writer.draft(20, constant(30, 1), 0, 30);
            assertThat(sound.coverage()).isEqualTo(Coverage.of(new FrameRange(20, 50)));
            assertThat(sound.settled()).isEqualTo(Coverage.NONE);
            assertThat(at(sound, 30)).isEqualTo(1);
            writer.write(10, constant(30, 2), 0, 30);
            assertThat(sound.coverage()).isEqualTo(Coverage.of(new FrameRange(10, 50)));
            assertThat(sound.settled()).isEqualTo(Coverage.of(new FrameRange(10, 40)));
            assertThat(at(sound, 30)).isEqualTo(2);
            assertThat(at(sound, 45)).isEqualTo(1);
        }
    }
}
