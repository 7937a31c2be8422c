package dev.unbraid.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

class HistoryTest {
    private static final LaneId BASS = new LaneId("a-bass");
    private static final LaneId DRUMS = new LaneId("a-drums");

    private final Project start = Documents.of(Documents.separated("a"));
    private final History fresh = History.of(start);

    @Test
    void theMovesOfOneGestureAreOneStep() {
        History moved = fresh.with(gain(BASS, -1)).with(gain(BASS, -2)).with(gain(BASS, -3));
        assertThat(moved.past()).hasSize(1);
        assertThat(moved.undone().present()).isEqualTo(start);
        assertThat(moved.undone().redone().present()).isEqualTo(moved.present());
    }

    @Test
    void theNextGestureIsAnotherStep() {
        History moved = fresh.with(gain(BASS, -1)).sealed().with(gain(BASS, -2));
        assertThat(moved.undone().present()).isEqualTo(fresh.with(gain(BASS, -1)).present());
    }

    @Test
    void movesOfTwoLanesAreTwoSteps() {
        assertThat(fresh.with(gain(BASS, -1)).with(gain(DRUMS, -1)).with(gain(BASS, -2)).past()).hasSize(3);
    }

    @Test
    void aMoveThereAndBackIsNothingToUndo() {
        History before = fresh.with(gain(BASS, -1)).sealed();
        History back = before.with(gain(BASS, -2)).with(gain(BASS, -1));
        assertThat(back.past()).isEqualTo(before.past());
        assertThat(back.with(gain(BASS, -5)).undone().present()).isEqualTo(before.present());
    }

    @Test
    void whatChangesNothingIsNoStep() {
        assertThat(fresh.with(gain(BASS, 0))).isEqualTo(fresh);
    }

    @Test
    void aMoveAfterUndoingJoinsNothing() {
        History undone = fresh.with(gain(BASS, -1)).sealed().with(gain(BASS, -2)).undone();
        assertThat(undone.with(gain(BASS, -3)).past()).hasSize(2);
    }

    @Test
    void anEditForgetsWhatWasUndone() {
        History edited = fresh.with(gain(BASS, -1)).undone().with(gain(DRUMS, -1));
        assertThat(edited.toRedo()).isEmpty();
        assertThat(edited.redone()).isEqualTo(edited);
    }

    @Test
    void theNamesOfTheStepsAreTold() {
        History undone = fresh.with(gain(BASS, -1)).with(gain(DRUMS, -1)).undone();
        assertThat(undone.toUndo()).contains(gain(BASS, -1));
        assertThat(undone.toRedo()).contains(gain(DRUMS, -1));
    }

    @Test
    void anAmendmentIsNoStep() {
        History amended = fresh.amended(new Edit.FoldSong(new SongId("a"), true));
        assertThat(amended.past()).isEmpty();
        assertThat(amended.present().songs().getFirst().folded()).isTrue();
    }

    @Test
    void undoingToTheStartAndBackPassesTheSameDocuments() {
        for (long seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            Documents documents = new Documents(seed);
            History history = History.of(Project.EMPTY);
            List<Project> steps = new ArrayList<>(List.of(Project.EMPTY));
            for (int i = 0; i < 100; i++) {
                history = history.with(documents.edit(history.present()));
                steps.subList(history.past().size(), steps.size()).clear();
                steps.add(history.present());
                history = random.nextInt(3) == 0 ? history.sealed() : history;
            }
            assertThat(walk(history, History::undone, steps.size())).isEqualTo(steps.reversed());
            History back = history;
            while (back.toUndo().isPresent()) {
                back = back.undone();
            }
            assertThat(walk(back, History::redone, steps.size())).isEqualTo(steps);
        }
    }

    private static List<Project> walk(History from, UnaryOperator<History> step, int documents) {
        return Stream.iterate(from, step).limit(documents).map(History::present).toList();
    }

    private static Edit gain(LaneId lane, double db) {
        return new Edit.SetStrip(lane, Strip.NEUTRAL.withGainDb(db));
    }
}
