package dev.unbraid.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.assets.AssetStore;
import dev.unbraid.audio.AudioSource;
import dev.unbraid.audio.AudioSpec;
import dev.unbraid.audio.Coverage;
import dev.unbraid.audio.FrameRange;
import dev.unbraid.codec.ResamplingSource;
import dev.unbraid.separation.MixTape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

class StemFlowTest {
    private static final int FRAMES = 400_003;
    private static final AudioSpec MODEL = new AudioSpec(44_100, 2);
    private static final float[][] STEM = noise();

    @TempDir
    Path folder;

    private static float[][] noise() {
        Random random = new Random(5);
        float[][] planes = new float[2][FRAMES];
        for (float[] plane : planes) {
            for (int i = 0; i < FRAMES; i++) {
                plane[i] = random.nextFloat() - 0.5f;
            }
        }
        return planes;
    }

    private record Planes(float[][] planes) implements MixTape {
        @Override
        public long frames() {
            return planes[0].length;
        }

        @Override
        public void read(long startFrame, float[][] to, int offset, int frames) {
            for (int channel = 0; channel < to.length; channel++) {
                System.arraycopy(planes[channel], (int) startFrame, to[channel], offset, frames);
            }
        }
    }

    private static final class Whole implements AudioSource {
        private int at;

        @Override
        public AudioSpec spec() {
            return MODEL;
        }

        @Override
        public int read(float[][] to, int offset, int frames) {
            int now = Math.min(Math.min(frames, 1_234), FRAMES - at);
            new Planes(STEM).read(at, to, offset, now);
            at += now;
            return now == 0 ? -1 : now;
        }

        @Override
        public void close() {}
    }

    private static int songFrames(int rate) {
        return (int) Math.round(FRAMES * (double) rate / MODEL.sampleRate());
    }

    private static float[][] inOneGo(int rate) throws IOException {
        float[][] all = new float[2][songFrames(rate)];
        try (AudioSource source = new FullBlocks(new ExactLength(new ResamplingSource(new Whole(), rate), all[0].length))) {
            source.read(all, 0, all[0].length);
        }
        return all;
    }

    /// Pieces of 3 000 to 60 000 frames.
    private static List<FrameRange> pieces(Random random) {
        List<FrameRange> pieces = new ArrayList<>();
        for (int at = 0; at < FRAMES; ) {
            int end = Math.min(FRAMES, at + 3_000 + random.nextInt(57_000));
            pieces.add(new FrameRange(at, end));
            at = end;
        }
        return pieces;
    }

    private interface Arrival {
        void happen(StemFlow flow, Recording lane) throws IOException;
    }

    private float[][] arrived(String name, int rate, Arrival arrival) throws IOException {
        AudioSpec spec = new AudioSpec(rate, 2);
        int frames = songFrames(rate);
        try (WorkFolder work = WorkFolder.in(folder);
                Recording lane = new Recording(new AssetStore(folder.resolve(name)).create(spec, frames));
                StemFlow flow = StemFlow.into(lane, new StemFlow.Place(work, name), MODEL,
                        new StemFlow.Length(FRAMES, frames))) {
            arrival.happen(flow, lane);
            float[][] all = new float[2][frames];
            lane.asset().read(0, all, 0, frames);
            return all;
        }
    }

    private static void settle(StemFlow flow, FrameRange piece) throws IOException {
        flow.write(piece.start(), STEM, (int) piece.start(), (int) piece.length());
        flow.settled(piece);
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 22_050, 96_000, 88_200, 8_000, 44_056, 192_000})
    void theOrderInWhichFramesSettleChangesNoSample(int rate) throws IOException {
        float[][] wanted = inOneGo(rate);
        for (int seed = 0; seed < 3; seed++) {
            Random random = new Random(seed);
            List<FrameRange> pieces = pieces(random);
            Collections.shuffle(pieces, random);
            float[][] found = arrived("lane" + seed, rate, (flow, lane) -> {
                for (FrameRange piece : pieces) {
                    settle(flow, piece);
                }
                assertThat(lane.asset().settled()).isEqualTo(Coverage.of(new FrameRange(0, songFrames(rate))));
            });
            for (int channel = 0; channel < 2; channel++) {
                assertThat(found[channel]).isEqualTo(wanted[channel]);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000, 32_000})
    void aDraftIsHeardUntilItsFramesSettle(int rate) throws IOException {
        float[][] wanted = inOneGo(rate);
        float[][] quiet = new float[2][FRAMES];
        float[][] found = arrived("lane", rate, (flow, lane) -> {
            FrameRange middle = new FrameRange(200_000, 260_000);
            flow.draft(180_000, quiet, 0, 20_000);
            settle(flow, middle);
            flow.draft(260_000, quiet, 0, 20_000);
            double ratio = (double) rate / MODEL.sampleRate();
            Coverage there = lane.asset().coverage();
            assertThat(there).isEqualTo(Coverage.of(
                    new FrameRange((long) Math.ceil(180_000 * ratio), (long) Math.ceil(280_000 * ratio))));
            assertThat(lane.asset().settled().frames()).isLessThanOrEqualTo((long) (60_000 * ratio));
            float[][] now = new float[2][1_000];
            lane.asset().read((long) (230_000 * ratio), now, 0, 1_000);
            assertThat(now[1]).isEqualTo(Arrays.copyOfRange(
                    wanted[1], (int) (230_000 * ratio), (int) (230_000 * ratio) + 1_000));
            lane.asset().read((long) (190_000 * ratio), now, 0, 1_000);
            assertThat(now).isDeepEqualTo(new float[2][1_000]);
            settle(flow, new FrameRange(260_000, FRAMES));
            settle(flow, new FrameRange(0, 200_000));
        });
        assertThat(found).isDeepEqualTo(wanted);
    }

    @Test
    void aMonoStemGoesToBothSides() throws IOException {
        AudioSpec mono = new AudioSpec(44_100, 1);
        for (int rate : List.of(44_100, 48_000)) {
            try (WorkFolder work = WorkFolder.in(folder);
                    Recording lane = new Recording(
                            new AssetStore(folder.resolve("mono" + rate)).create(new AudioSpec(rate, 2), rate));
                    StemFlow flow = StemFlow.into(lane, new StemFlow.Place(work, "mono"), mono,
                            new StemFlow.Length(44_100, rate))) {
                flow.write(0, STEM, 0, 44_100);
                flow.settled(new FrameRange(0, 44_100));
                float[][] all = new float[2][rate];
                lane.asset().read(0, all, 0, rate);
                assertThat(all[1]).isEqualTo(all[0]);
                assertThat(all[0][rate / 2]).isNotZero();
            }
        }
    }
}
