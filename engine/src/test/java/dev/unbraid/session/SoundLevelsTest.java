package dev.unbraid.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.unbraid.assets.AssetStore;
import dev.unbraid.assets.AssetWriter;
import dev.unbraid.assets.AudioAsset;
import dev.unbraid.audio.AudioSpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

class SoundLevelsTest {
    private static final int RATE = 48_000;

    @TempDir
    private Path folder;

    private AudioAsset sine(double amplitude, int frames) throws IOException {
        float[][] planes = new float[2][frames];
        for (int i = 0; i < frames; i++) {
            planes[0][i] = (float) (amplitude * Math.sin(2 * Math.PI * 997 * i / RATE));
            planes[1][i] = planes[0][i];
        }
        try (AssetWriter writer = new AssetStore(folder).create(new AudioSpec(RATE, 2), frames)) {
            writer.write(0, planes, 0, frames);
            writer.finish();
            return writer.asset();
        }
    }

    @Test
    void aFullSineOnBothSidesIsZeroDecibelsAndZeroLufs() throws IOException {
        SoundLevels levels = SoundLevels.of(sine(1, 3 * RATE));
        assertThat(levels.peakDb()).isEqualTo(0, within(0.01));
        assertThat(levels.lufs().orElseThrow()).isEqualTo(0, within(0.1));
    }

    @Test
    void silenceHasNoLoudness() throws IOException {
        SoundLevels levels = SoundLevels.of(sine(0, RATE));
        assertThat(levels.peakDb()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(levels.lufs()).isEmpty();
    }
}
