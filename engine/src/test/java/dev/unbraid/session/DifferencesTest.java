package dev.unbraid.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.unbraid.audio.AudioSpec;
import dev.unbraid.audio.FrameRange;
import dev.unbraid.project.Lane;
import dev.unbraid.project.Song;
import dev.unbraid.project.SumLock;
import dev.unbraid.separation.ModelBag;
import dev.unbraid.separation.TwistingNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

@Timeout(120)
class DifferencesTest {
    private static final AudioSpec MODEL = new AudioSpec(44_100, 2);
    private static final int FRAMES = 150_001;
    private static final List<String> STEMS = List.of("a", "b");
    private static final FrameRange STRETCH = new FrameRange(40_000, 90_000);

    @TempDir
    Path folder;

    private static final class Models extends ToySeparators {
        Models() {
            super(bag("toy"));
        }

        @Override
        public List<SeparatorModel> models() {
            return List.of(model("toy"), model("other"));
        }

        private static SeparatorModel model(String name) {
            return new SeparatorModel(name, "a toy", STEMS, true, 0, "", name);
        }

        @Override
        public ModelBag open(String model, String device) {
            return bag(model);
        }
    }

    private static ModelBag bag(String model) {
        float tilt = model.equals("toy") ? 0.1f : 0.4f;
        return ModelBag.of(model, MODEL, STEMS, 10_000, () -> new TwistingNetwork(MODEL, 10_000, STEMS, tilt, new ArrayList<>()));
    }

    private OwnedSession separated() throws Exception {
        OwnedSession desk = OwnedSession.in(folder.resolve("session"), new Models());
        Path file = Desk.wav(folder.resolve("song.wav"), 44_100, Desk.noise(2, FRAMES, 0.5f));
        done(desk, desk.ask(it -> it.open(file)));
        separate(desk, "toy");
        return desk;
    }

    private static void separate(OwnedSession desk, String model) throws Exception {
        Song song = song(desk);
        done(desk, desk.ask(it -> it.separate(new SeparateWish(song.id(), model, List.of(), 0, "cpu"))));
    }

    private static void refine(OwnedSession desk, String model, FrameRange range) throws Exception {
        Song song = song(desk);
        done(desk, desk.ask(it -> it.refine(new RefineWish(song.id(), range, model, 0, 0.25, "cpu"))));
    }

    private static void done(OwnedSession desk, Job job) throws Exception {
        assertThat(desk.end(job)).isEqualTo(new JobState.Done());
    }

    private static Song song(OwnedSession desk) throws Exception {
        return desk.project().songs().getFirst();
    }

    private static Lane stem(OwnedSession desk) throws Exception {
        return song(desk).stems().getFirst();
    }

    private static Difference shown(OwnedSession desk) throws Exception {
        Lane stem = stem(desk);
        done(desk, desk.ask(it -> it.differences().show(stem.id())).orElseThrow());
        return only(desk);
    }

    private static Difference only(OwnedSession desk) throws Exception {
        List<Difference> all = desk.ask(it -> it.differences().all());
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private static boolean isPossible(OwnedSession desk, Lane lane) throws Exception {
        return desk.ask(it -> it.differences().isPossible(lane.id()));
    }

    @Test
    void itIsNowMinusBeforeInTheRefinedStretchAndExactlyZeroAroundIt() throws Exception {
        try (OwnedSession desk = separated()) {
            float[][] before = desk.sound(stem(desk).asset());
            refine(desk, "other", STRETCH);
            float[][] now = desk.sound(stem(desk).asset());
            Difference shown = shown(desk);
            float[][] difference = desk.sound(shown.sound());
            double rest = 0;
            double all = 0;
            for (int channel = 0; channel < 2; channel++) {
                assertThat(difference[channel]).hasSize(FRAMES);
                for (int i = 0; i < FRAMES; i++) {
                    boolean outside = i < STRETCH.start() || i >= STRETCH.end();
                    float wanted = outside ? 0 : (float) ((double) now[channel][i] - before[channel][i]);
                    assertThat(difference[channel][i]).as("frame %d", i).isEqualTo(wanted);
                    if (!outside) {
                        rest += (double) wanted * wanted;
                        all += (double) now[channel][i] * now[channel][i];
                    }
                }
            }
            assertThat(shown.compared()).isEqualTo(STRETCH);
            assertThat(shown.levelDb()).isCloseTo(10 * Math.log10(rest / all), within(1e-6)).isBetween(-60.0, 10.0);
            assertThat(shown.isIdentical()).isFalse();
        }
    }

    @Test
    void whatTheSameModelMakesAgainIsIdentical() throws Exception {
        try (OwnedSession desk = separated()) {
            refine(desk, "toy", STRETCH);
            assertThat(shown(desk).isIdentical()).isTrue();
        }
    }

    @Test
    void aSumLockOnEitherSideLeavesTheRestZero() throws Exception {
        try (OwnedSession desk = separated()) {
            Song song = song(desk);
            done(desk, desk.ask(it -> it.lockSum(song.id(), new SumLock.Spread())).orElseThrow());
            refine(desk, "other", STRETCH);
            float[][] difference = desk.sound(shown(desk).sound());
            for (int i = 0; i < STRETCH.start(); i++) {
                assertThat(difference[0][i]).isZero();
            }
        }
    }

    @Test
    void afterAWholeSeparationAllOfTheSongIsCompared() throws Exception {
        try (OwnedSession desk = separated()) {
            refine(desk, "other", STRETCH);
            separate(desk, "other");
            Difference shown = shown(desk);
            assertThat(shown.compared()).isEqualTo(new FrameRange(0, FRAMES));
            assertThat(shown.isIdentical()).isFalse();
        }
    }

    @Test
    void thereIsNoneOfTheMixNorOfStemsThatWereNoneBefore() throws Exception {
        try (OwnedSession desk = separated()) {
            assertThat(isPossible(desk, stem(desk))).isFalse();
            refine(desk, "other", STRETCH);
            assertThat(isPossible(desk, stem(desk))).isTrue();
            assertThat(isPossible(desk, song(desk).mix())).isFalse();
            Lane mix = song(desk).mix();
            Optional<Job> job = desk.ask(it -> it.differences().show(mix.id()));
            assertThat(job).isEmpty();
        }
    }

    @Test
    void itIsNoStepToUndoAndGoesWithWhatItIsComparedTo() throws Exception {
        try (OwnedSession desk = separated()) {
            refine(desk, "other", STRETCH);
            Object document = desk.project();
            Object step = desk.ask(Session::toUndo);
            Difference shown = shown(desk);
            assertThat((Object) desk.project()).isEqualTo(document);
            assertThat((Object) desk.ask(Session::toUndo)).isEqualTo(step);
            desk.tell(Session::undo);
            List<Difference> left = desk.ask(it -> it.differences().all());
            assertThat(left).isEmpty();
            assertThat(desk.ask(it -> it.sound(shown.sound())).isPresent()).isFalse();
        }
    }

    @Test
    void anotherRefinementMakesItAnew() throws Exception {
        try (OwnedSession desk = separated()) {
            refine(desk, "other", STRETCH);
            Difference first = shown(desk);
            FrameRange later = new FrameRange(100_000, 120_000);
            refine(desk, "other", later);
            for (Job job : desk.ask(Session::jobs)) {
                desk.end(job);
            }
            Difference second = only(desk);
            assertThat(second.compared()).isEqualTo(later);
            assertThat(desk.sound(second.sound())[0][(int) STRETCH.start() + 5_000]).isZero();
            assertThat(desk.ask(it -> it.sound(first.sound())).isPresent()).isFalse();
            Lane stem = stem(desk);
            desk.tell(it -> it.differences().hide(stem.id()));
            assertThat(desk.ask(it -> it.sound(second.sound())).isPresent()).isFalse();
        }
    }
}
