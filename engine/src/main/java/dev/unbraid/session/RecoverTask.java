package dev.unbraid.session;

import dev.unbraid.audio.AssetId;
import dev.unbraid.project.Edit;
import dev.unbraid.project.Project;
import dev.unbraid.project.ProjectFileException;
import dev.unbraid.project.Song;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/// Takes over the document and the sounds of a session that has crashed.
///
/// A song that was still being read ends where it had come to; stems that were still being separated are there as far as
/// they were, and what was to be separated is separated again.
final class RecoverTask implements Task {
    private static final Logger LOG = LoggerFactory.getLogger(RecoverTask.class);

    private final Recoverable left;
    private final Workbench bench;
    private final Autosave autosave;
    private final BiConsumer<SeparateWish, Song> separate;
    private volatile Optional<SessionFolder> claimed = Optional.empty();
    private volatile Project crashed = Project.EMPTY;
    private volatile Project recovered = Project.EMPTY;
    private volatile List<SeparateWish> owed = List.of();

    /// @param autosave keeps the session's document from then on
    /// @param separate begins a separation of a song, which is given as it was, on the session's thread
    RecoverTask(Recoverable left, Workbench bench, Autosave autosave, BiConsumer<SeparateWish, Song> separate) {
        this.left = left;
        this.bench = bench;
        this.autosave = autosave;
        this.separate = separate;
    }

    @Override
    public String firstPhase() {
        return "decoding";
    }

    @Override
    public JobState run(DeskJob job) throws IOException, ProjectFileException {
        SessionFolder folder = SessionFolder.claim(left.folder())
                .orElseThrow(() -> new FolderInUseException(left.folder()));
        claimed = Optional.of(folder);
        crashed = Recoverable.document(left.folder());
        owed = OwedSeparations.read(folder.separations());
        recovered = withSounds(crashed, folder.sounds(), job);
        return new JobState.Done();
    }

    /// @return the document without what has lost its sound
    private Project withSounds(Project document, Path from, DeskJob job) {
        Project project = document;
        List<String> lost = new ArrayList<>();
        List<String> lostStems = new ArrayList<>();
        for (Song song : document.songs()) {
            if (!adoptedAsWhole(song.mix().asset(), from)) {
                lost.add(song.title());
                project = new Edit.RemoveSong(song.id()).applyTo(project);
            } else if (!song.sounds().filter(it -> !it.equals(song.mix().asset())).allMatch(it -> adopted(it, from))) {
                if (owed.stream().noneMatch(it -> it.song().equals(song.id()))) {
                    lostStems.add(song.title());
                }
                project = new Edit.RemoveStems(song.id()).applyTo(project);
            }
        }
        if (!lost.isEmpty() || !lostStems.isEmpty()) {
            job.warn(List.of(new Remark.SoundsLost(lost, lostStems)));
        }
        return project;
    }

    private interface Adoption {
        void of(AssetId sound, Path from) throws IOException;
    }

    private boolean adoptedAsWhole(AssetId sound, Path from) {
        return adopted(sound, from, bench.sounds()::adoptAsWhole);
    }

    private boolean adopted(AssetId sound, Path from) {
        return adopted(sound, from, bench.sounds()::adopt);
    }

    private static boolean adopted(AssetId sound, Path from, Adoption adoption) {
        try {
            adoption.of(sound, from);
            return true;
        } catch (IOException e) {
            LOG.warn("{} is lost", sound, e);
            return false;
        }
    }

    @Override
    public void ended(JobState how) {
        if (how instanceof JobState.Done) {
            // Not before this session's own document is on disk: a crash in between would leave neither.
            autosave.onceKept(() -> claimed.ifPresent(RecoverTask::delete));
            bench.document().replace(recovered, Project.EMPTY);
            bench.sounds().retain(recovered);
            owed.stream().filter(it -> recovered.song(it.song()).isPresent()).forEach(it ->
                    separate.accept(it, crashed.song(it.song()).orElseThrow()));
        } else {
            claimed.ifPresent(RecoverTask::leave);
        }
    }

    private static void delete(SessionFolder folder) {
        try {
            folder.delete();
        } catch (IOException e) {
            // Some systems keep files that are mapped; the next start clears them away.
            LOG.debug("what was recovered stays on disk for now", e);
        }
    }

    private static void leave(SessionFolder folder) {
        try {
            folder.close();
        } catch (IOException e) {
            LOG.debug("what was to be recovered stays locked until this process ends", e);
        }
    }
}
