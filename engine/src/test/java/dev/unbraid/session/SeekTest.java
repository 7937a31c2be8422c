package dev.unbraid.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.assets.AudioAsset;
import dev.unbraid.audio.FrameRange;
import dev.unbraid.mix.LaneMeter;
import dev.unbraid.mix.MixScene;
import dev.unbraid.mix.MixSource;
import dev.unbraid.project.Edit;
import dev.unbraid.project.Lane;
import dev.unbraid.project.Song;
import dev.unbraid.separation.FractionsNetwork;
import dev.unbraid.separation.ModelBag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;

@Timeout(120)
class SeekTest {
    private static final int SEGMENT_FRAMES = 10_000;
    private static final long SEGMENT_NANOS = TimeUnit.MILLISECONDS.toNanos(800);
    private static final int FRAMES = 1_500_000;
    /// Fades from the original to the stems are shorter.
    private static final int FADE_FRAMES = 1_000;

    @TempDir
    Path folder;

    /// A network that takes 800 ms for a segment, whatever the machine does meanwhile.
    private static final class FixedTimeNetwork extends FractionsNetwork {
        private final Works works;

        FixedTimeNetwork(Works works) {
            super(Desk.MODEL, SEGMENT_FRAMES, List.of(0.25f, 0.5f));
            this.works = works;
        }

        @Override
        public float[] separate(float[] mix) {
            long end = System.nanoTime() + SEGMENT_NANOS;
            works.freeAtNanos = end;
            while (System.nanoTime() < end) {
                try {
                    TimeUnit.NANOSECONDS.sleep(end - System.nanoTime());
                } catch (InterruptedException e) {
                    throw new AssertionError(e);
                }
            }
            return super.separate(mix);
        }
    }

    private static final class Works {
        private volatile long freeAtNanos;

        ModelBag bag() {
            FixedTimeNetwork network = new FixedTimeNetwork(this);
            return ModelBag.of("toy", Desk.MODEL, network.stems(), SEGMENT_FRAMES, () -> network);
        }
    }

    private static final class Hand implements Playhead {
        private volatile long frame;

        @Override
        public long positionFrame() {
            return frame;
        }

        @Override
        public boolean isPlaying() {
            return false;
        }
    }

    private OwnedSession open(Works works) throws Exception {
        return OwnedSession.in(folder.resolve("session"), new ToySeparators(works.bag()));
    }

    private Song imported(OwnedSession desk, int rate) throws Exception {
        Path file = Desk.wav(folder.resolve("song.wav"), rate, Desk.noise(2, FRAMES, 0.5f));
        assertThat(desk.end(desk.ask(it -> it.open(file)))).isEqualTo(new JobState.Done());
        return desk.project().songs().getLast();
    }

    private static SeparateWish all(Song song) {
        return new SeparateWish(song.id(), "toy", List.of(), 0, "cpu");
    }

    /// Whether the second half of `FADE_FRAMES` frames from `frame` on is the sum of the stems, which is three quarters of
    /// the original.
    private static boolean areStemsHeard(MixScene scene, long frame) {
        float[][] original = new float[2][FADE_FRAMES];
        scene.original().sound().read(frame, original, 0, FADE_FRAMES);
        float[][] heard = new float[2][FADE_FRAMES];
        try (MixSource mix = new MixSource(scene, new FrameRange(frame, frame + FADE_FRAMES))) {
            mix.read(heard, 0, FADE_FRAMES);
        }
        return loudness(heard[0]) < 0.8 * loudness(original[0]);
    }

    private static double loudness(float[] samples) {
        double squares = 0;
        for (int i = FADE_FRAMES / 2; i < FADE_FRAMES; i++) {
            squares += samples[i] * samples[i];
        }
        return Math.sqrt(squares);
    }

    private static MixScene scene(OwnedSession desk) throws Exception {
        return desk.ask(it -> MixScene.of(it.project().songs().getFirst(), it::sound, _ -> new LaneMeter()));
    }

    private static AudioAsset firstStem(OwnedSession desk) throws Exception {
        return desk.ask(it -> it.sound(it.project().songs().getFirst().stems().getFirst().asset())).orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(ints = {44_100, 48_000})
    void aSeekIsAudibleAsStemsWithinOneAndAHalfSegmentsOnceTheOneAtWorkIsThrough(int rate) throws Exception {
        Works works = new Works();
        Hand playhead = new Hand();
        try (OwnedSession desk = open(works)) {
            desk.tell(it -> it.follow(playhead));
            Song song = imported(desk, rate);
            Job job = desk.ask(it -> it.separate(all(song)));
            desk.until(_ -> job.state() instanceof JobState.Running running && running.step() > 0);
            MixScene scene = scene(desk);
            Random random = new Random(rate);
            for (int seek = 0; seek < 4; seek++) {
                TimeUnit.NANOSECONDS.sleep(random.nextLong(SEGMENT_NANOS));
                long frame = random.nextLong(FRAMES - FADE_FRAMES);
                while (firstStem(desk).coverage().endFrom(frame) > frame) {
                    frame = random.nextLong(FRAMES - FADE_FRAMES);
                }
                while (works.freeAtNanos - System.nanoTime() < SEGMENT_NANOS / 10) {
                    // Not in the moment between two: nobody could tell which of them the seek was in time for.
                    TimeUnit.MILLISECONDS.sleep(1);
                }
                playhead.frame = frame;
                long free = works.freeAtNanos;
                while (!areStemsHeard(scene, frame)) {
                    TimeUnit.MILLISECONDS.sleep(1);
                }
                assertThat(System.nanoTime() - free).as("seek %d to %d", seek, frame)
                        .isGreaterThan(SEGMENT_NANOS / 2).isLessThan(SEGMENT_NANOS * 3 / 2);
            }
        }
    }

    @Test
    void aSongThatIsNotPlayedRunsFrontToBack() throws Exception {
        Works works = new Works();
        Hand playhead = new Hand();
        playhead.frame = FRAMES / 2;
        try (OwnedSession desk = open(works)) {
            desk.tell(it -> it.follow(playhead));
            Song song = imported(desk, 44_100);
            Path other = Desk.wav(folder.resolve("other.wav"), 44_100, Desk.noise(2, 5_000, 0.5f));
            desk.end(desk.ask(it -> it.open(other)));
            assertThat(desk.project().active()).isNotEqualTo(Optional.of(song.id()));
            Job job = desk.ask(it -> it.separate(all(song)));
            desk.until(_ -> job.state() instanceof JobState.Running running && running.step() == 2);
            assertThat(firstStem(desk).coverage().ranges().getFirst().start()).isZero();
            assertThat(firstStem(desk).coverage().ranges()).hasSize(1);
            desk.tell(it -> it.activate(song.id()));
            desk.until(_ -> job.state() instanceof JobState.Running running && running.step() == 4);
            assertThat(firstStem(desk).coverage().endFrom(FRAMES / 2)).isGreaterThan(FRAMES / 2);
        }
    }

    @Test
    void heardStemsAreThoseSoloedOrNotMuted() throws Exception {
        try (OwnedSession desk = open(new Works())) {
            Song song = imported(desk, 44_100);
            desk.ask(it -> it.separate(all(song)));
            desk.until(it -> !it.project().songs().getFirst().stems().isEmpty());
            Lane first = desk.project().songs().getFirst().stems().getFirst();
            Lane last = desk.project().songs().getFirst().stems().getLast();
            Document document = new Document();
            Listening listening = new Listening(document);
            Song separated = desk.project().songs().getFirst();
            document.edit(new Edit.AddSong(separated, 0));
            assertThat(listening.stemsOf(song.id())).containsExactlyInAnyOrder(first.stem(), last.stem());
            document.edit(new Edit.SetStrip(first.id(), first.strip().withMuted(true)));
            assertThat(listening.stemsOf(song.id())).containsExactly(last.stem());
            document.edit(new Edit.SetStrip(first.id(), first.strip().withSoloed(true)));
            assertThat(listening.stemsOf(song.id())).containsExactly(first.stem());
            document.edit(new Edit.SetStrip(first.id(), first.strip().withGainDb(-60)));
            assertThat(listening.stemsOf(song.id())).containsExactly(last.stem());
        }
    }

    @Test
    void whilePlayingTheFocusIsWhatIsHeardWhenTheNextSegmentIsThere() throws Exception {
        try (OwnedSession desk = open(new Works())) {
            Song song = imported(desk, 48_000);
            Document document = new Document();
            document.edit(new Edit.AddSong(song, 0));
            Listening listening = new Listening(document);
            StemFocus focus = new StemFocus(listening, song, FRAMES, 44_100);
            listening.follow(playing(96_000));
            assertThat(focus.frame(1.5)).hasValue(44_100 * 7 / 2);
            listening.follow(playing(FRAMES));
            assertThat(focus.frame(1.5)).hasValue((long) ((FRAMES - 1) / 48_000.0 * 44_100));
            Hand resting = new Hand();
            resting.frame = 96_000;
            listening.follow(resting);
            assertThat(focus.frame(1.5)).hasValue(88_200);
            document.edit(new Edit.RemoveSong(song.id()));
            assertThat(focus.frame(1.5)).isEmpty();
        }
    }

    private static Playhead playing(long frame) {
        return new Playhead() {
            @Override
            public long positionFrame() {
                return frame;
            }

            @Override
            public boolean isPlaying() {
                return true;
            }
        };
    }
}
