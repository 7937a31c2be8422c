package dev.unbraid.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;

class ProjectTest {
    private static final LaneId BASS = new LaneId("a-bass");

    private final Project two = Documents.of(Documents.separated("a"), Documents.song("b"));

    @Test
    void aNewSongIsTheActiveOne() {
        assertThat(two.active()).contains(new SongId("b"));
        assertThat(two.songs()).extracting(Song::title).containsExactly("Song a", "Song b");
    }

    @Test
    void removingTheActiveSongActivatesTheFirstOfTheRest() {
        Project one = new Edit.RemoveSong(new SongId("b")).applyTo(two);
        assertThat(one.active()).contains(new SongId("a"));
        assertThat(new Edit.RemoveSong(new SongId("a")).applyTo(one)).isEqualTo(Project.EMPTY);
    }

    @Test
    void removingAnotherSongLeavesTheActiveOneActive() {
        assertThat(new Edit.RemoveSong(new SongId("a")).applyTo(two).active()).contains(new SongId("b"));
    }

    @Test
    void anEditChangesItsLaneAndNoOther() {
        Strip quiet = Strip.NEUTRAL.withGainDb(-6);
        Project edited = new Edit.SetStrip(BASS, quiet).applyTo(two);
        assertThat(edited.lane(BASS).orElseThrow().strip()).isEqualTo(quiet);
        assertThat(new Edit.SetStrip(BASS, Strip.NEUTRAL).applyTo(edited)).isEqualTo(two);
    }

    @Test
    void stemsMoveAmongThemselves() {
        assertThat(stems(new Edit.MoveStem(BASS, 0).applyTo(two))).containsExactly("bass", "drums", "other", "vocals");
        assertThat(stems(new Edit.MoveStem(BASS, 99).applyTo(two))).containsExactly("drums", "other", "vocals", "bass");
    }

    @Test
    void stemsGoWithTheirRecipe() {
        Song song = new Edit.RemoveStems(new SongId("a")).applyTo(two).songs().getFirst();
        assertThat(song).isEqualTo(Documents.song("a"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Song(
                song.id(), song.title(), song.source(), song.mix(), List.of(), Optional.of(Documents.recipe()),
                StemSum.OPEN, false));
    }

    @Test
    void severalEditsAreDoneInOrder() {
        Project edited = new Edit.All(List.of(
                new Edit.RenameLane(BASS, "one"), new Edit.RenameLane(BASS, "two"))).applyTo(two);
        assertThat(edited.lane(BASS).orElseThrow().name()).isEqualTo("two");
    }

    @Test
    void whatIsNotThereCannotBeChanged() {
        SongId nobody = new SongId("x");
        LaneId nothing = new LaneId("x");
        for (Edit edit : List.of(
                new Edit.RenameSong(nobody, ""), new Edit.ActivateSong(nobody), new Edit.RemoveStems(nobody),
                new Edit.RenameLane(nothing, ""), new Edit.SetStrip(nothing, Strip.NEUTRAL),
                new Edit.MoveStem(nothing, 0), new Edit.MoveStem(new LaneId("a-mix"), 0))) {
            assertThatIllegalArgumentException().as("%s", edit).isThrownBy(() -> edit.applyTo(two));
        }
    }

    private static List<String> stems(Project project) {
        return project.songs().getFirst().stems().stream().map(Lane::stem).toList();
    }
}
