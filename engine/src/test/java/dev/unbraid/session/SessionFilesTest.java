package dev.unbraid.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.codec.OutputFormat;
import dev.unbraid.plugin.JobControl;
import dev.unbraid.project.Edit;
import dev.unbraid.project.Lane;
import dev.unbraid.project.Project;
import dev.unbraid.project.ProjectFileException;
import dev.unbraid.project.ProjectView;
import dev.unbraid.project.Song;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

@Timeout(120)
class SessionFilesTest {
    private static final JobState DONE = new JobState.Done();

    @TempDir
    Path folder;

    private OwnedSession open(String name) throws Exception {
        return OwnedSession.in(folder.resolve(name), new ToySeparators(Desk.model(0.25f, 0.75f)));
    }

    private Song separated(OwnedSession desk, float[][] mix) throws Exception {
        desk.end(desk.ask(it -> it.open(Desk.wav(folder.resolve("song.wav"), 44_100, mix))));
        desk.end(desk.ask(it -> it.separate(
                new SeparateWish(it.project().songs().getFirst().id(), "toy", List.of(), 0, "cpu"))));
        return desk.project().songs().getFirst();
    }

    @Test
    void aSavedProjectComesBackAsItWas() throws Exception {
        float[][] mix = Desk.noise(2, 60_000, 0.5f);
        Path file = folder.resolve("Größe 绊.unbraid");
        ProjectView view = new ProjectView(1234, Optional.empty(), Optional.empty());
        Project project;
        float[][] stem;
        try (OwnedSession desk = open("a")) {
            Song song = separated(desk, mix);
            stem = desk.sound(song.stems().getFirst().asset());
            desk.tell(it -> it.look(view));
            assertThat(desk.end(desk.ask(it -> it.save(file)))).isEqualTo(DONE);
            assertThat(desk.ask(Session::isModified)).isFalse();
            assertThat((Object) desk.ask(Session::file)).isEqualTo(Optional.of(file));
            desk.tell(it -> it.edit(new Edit.RenameSong(song.id(), "other")));
            assertThat(desk.ask(Session::isModified)).isTrue();
            desk.tell(Session::undo);
            assertThat(desk.ask(Session::isModified)).isFalse();
            project = desk.project();
        }
        try (OwnedSession desk = open("b")) {
            assertThat(desk.end(desk.ask(it -> it.load(file)))).isEqualTo(DONE);
            assertThat(desk.project()).isEqualTo(project);
            assertThat(desk.ask(Session::isModified)).isFalse();
            assertThat((Object) desk.ask(Session::file)).isEqualTo(Optional.of(file));
            assertThat((Object) desk.ask(Session::view)).isEqualTo(view);
            Song song = desk.project().songs().getFirst();
            assertThat(desk.sound(song.mix().asset())).isDeepEqualTo(mix);
            assertThat(desk.sound(song.stems().getFirst().asset())).isDeepEqualTo(stem);
            desk.end(desk.ask(it -> it.separate(new SeparateWish(song.id(), "toy", List.of(), 0, "cpu"))));
            assertThat(desk.project().songs().getFirst().recipe()).isEqualTo(song.recipe());
        }
    }

    @Test
    void aProjectThatIsNoneLeavesTheDocumentAlone() throws Exception {
        Path file = Files.writeString(folder.resolve("x.unbraid"), "{}");
        try (OwnedSession desk = open("a")) {
            Song song = separated(desk, Desk.noise(2, 5_000, 0.5f));
            assertThat(desk.end(desk.ask(it -> it.load(file)))).isInstanceOfSatisfying(JobState.Failed.class,
                    failed -> assertThat(failed.cause()).isInstanceOf(ProjectFileException.class));
            assertThat(desk.project().songs()).containsExactly(song);
        }
    }

    @Test
    void loadingPutsTheDocumentInPlaceOfTheOneThatIsOpen() throws Exception {
        Path file = folder.resolve("x.unbraid");
        try (OwnedSession desk = open("a")) {
            Song saved = separated(desk, Desk.noise(2, 5_000, 0.5f));
            desk.end(desk.ask(it -> it.save(file)));
            desk.tell(Session::startAfresh);
            desk.end(desk.ask(it -> it.open(Desk.wav(folder.resolve("b.wav"), 44_100, Desk.noise(1, 5_000, 0.5f)))));
            assertThat(desk.end(desk.ask(it -> it.load(file)))).isEqualTo(DONE);
            assertThat(desk.project().songs()).containsExactly(saved);
            assertThat(desk.ask(Session::toUndo)).isEmpty();
        }
    }

    @Test
    void anExportWritesWhatWasAskedFor() throws Exception {
        try (OwnedSession desk = open("a")) {
            Song song = separated(desk, Desk.noise(2, 20_000, 0.5f));
            Lane stem = song.stems().getFirst();
            ExportWish wish = new ExportWish(
                    song.id(), List.of(new ExportWish.Output.Stem(stem.id())), Optional.empty(),
                    new ExportWish.Place(folder.resolve("out"), "{stem}.{ext}", OutputPlace.Existing.REFUSE),
                    new ExportWish.Sound(OutputFormat.named("wav-32f").orElseThrow(), 0, false));
            assertThat(desk.end(desk.ask(it -> it.export(wish)))).isEqualTo(DONE);
            assertThat(Desk.tree(folder.resolve("out"))).hasSize(1);
            Path file = folder.resolve("out").resolve(Desk.tree(folder.resolve("out")).getFirst());
            assertThat(Desk.read(file)).isDeepEqualTo(desk.sound(stem.asset()));
            assertThat(desk.end(desk.ask(it -> it.export(wish)))).isInstanceOfSatisfying(JobState.Failed.class,
                    failed -> assertThat(failed.cause()).isInstanceOf(OutputRefusedException.class));
        }
    }

    @Test
    void aLaneCanBeDraggedOut() throws Exception {
        try (OwnedSession desk = open("a")) {
            Song song = separated(desk, Desk.noise(2, 20_000, 0.5f));
            Path mix = desk.ask(it -> it.laneAsFile(song.mix().id()));
            Path stem = desk.ask(it -> it.laneAsFile(song.stems().getLast().id()));
            assertThat(mix.getFileName().toString()).startsWith("song - ").endsWith(".wav");
            assertThat(Desk.read(mix)).isDeepEqualTo(desk.sound(song.mix().asset()));
            assertThat(Desk.read(stem)).isDeepEqualTo(desk.sound(song.stems().getLast().asset()));
            for (Path file : List.of(mix, stem)) {
                Files.delete(file);
                Files.delete(file.getParent());
            }
        }
    }

    @Test
    void aModelIsInstalledWithProgress() throws Exception {
        try (OwnedSession desk = OwnedSession.in(folder.resolve("a"), new ToySeparators(Desk.model(1f)) {
            @Override
            public boolean install(String model, JobControl control) {
                control.progress(50, 200);
                return !control.isCancelled();
            }
        })) {
            Job job = desk.ask(it -> it.install("toy"));
            assertThat(job.subject()).isEqualTo("toy");
            assertThat(desk.end(job)).isEqualTo(DONE);
        }
    }
}
