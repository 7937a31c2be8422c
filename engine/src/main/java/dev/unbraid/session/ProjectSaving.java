package dev.unbraid.session;

import dev.unbraid.assets.AudioAsset;
import dev.unbraid.audio.AssetId;
import dev.unbraid.audio.AudioSpec;
import dev.unbraid.audio.FrameRange;
import dev.unbraid.codec.OutputFormat;
import dev.unbraid.codec.Tags;
import dev.unbraid.plugin.JobControl;
import dev.unbraid.project.Edit;
import dev.unbraid.project.Lane;
import dev.unbraid.project.Project;
import dev.unbraid.project.ProjectFile;
import dev.unbraid.project.ProjectFileException;
import dev.unbraid.project.ProjectView;
import dev.unbraid.project.Song;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Writes a project: new sounds first, under names that nothing has; then the document; then what only the old document
/// needed goes.
final class ProjectSaving {
    private static final OutputFormat FLOATS = OutputFormat.named("wav-32f").orElseThrow();

    private final ProjectStorage storage;
    private final Function<AssetId, Optional<AudioAsset>> find;
    private final JobControl control;

    ProjectSaving(ProjectStorage storage, Function<AssetId, Optional<AudioAsset>> find, JobControl control) {
        this.storage = storage;
        this.find = find;
        this.control = control;
    }

    Optional<Project> save(Project project, ProjectView view) throws IOException {
        Project whole = whole(project);
        Path folder = storage.folder();
        List<ProjectFile.Sound> old = soundsThere();
        List<ProjectFile.Sound> sounds = named(whole, old);
        List<ProjectFile.Sound> fresh = sounds.stream().filter(it -> !old.contains(it)).toList();
        try (WorkFolder work = WorkFolder.in(folder)) {
            DiskRoom.require(folder, bytes(fresh), folder, "to save %s".formatted(storage.name()));
            if (!write(fresh, work)) {
                return Optional.empty();
            }
            Path document = work.file("document");
            Files.writeString(document, ProjectFile.write(new ProjectFile.Content(whole, view, sounds)));
            publish(fresh, document, work);
        }
        for (ProjectFile.Sound gone : old) {
            if (!sounds.contains(gone)) {
                Files.deleteIfExists(place(gone));
            }
        }
        return Optional.of(whole);
    }

    /// Half a stem must not come back as a whole one; half a song must not be saved at all.
    private Project whole(Project project) throws OutputRefusedException {
        Project whole = project;
        for (Song song : project.songs()) {
            if (!sound(song.mix()).isComplete()) {
                throw new OutputRefusedException(
                        OutputRefusedException.Reason.STILL_READ, song.title(), storage.name());
            }
            if (!song.sounds().allMatch(it -> sound(it).isComplete())) {
                whole = new Edit.RemoveStems(song.id()).applyTo(whole);
            }
        }
        return whole;
    }

    private AudioAsset sound(Lane lane) {
        return sound(lane.asset());
    }

    private AudioAsset sound(AssetId id) {
        return find.apply(id).orElseThrow(() -> new IllegalStateException("no sound " + id));
    }

    /// Those of the project that is there, whose files still are.
    private List<ProjectFile.Sound> soundsThere() throws IOException {
        if (!Files.exists(storage.file())) {
            return List.of();
        }
        try {
            return new ProjectLoading(storage).content().sounds().stream()
                    .filter(it -> ProjectLoading.isPlain(it.file()) && Files.isRegularFile(place(it)))
                    .toList();
        } catch (ProjectFileException e) {
            return List.of();
        }
    }

    private Path place(ProjectFile.Sound sound) {
        return storage.audioFolder().resolve(sound.file());
    }

    /// Every sound with its file: the one it has, or one that nobody has.
    private List<ProjectFile.Sound> named(Project project, List<ProjectFile.Sound> old) {
        TrackNames taken = new TrackNames();
        List<ProjectFile.Sound> sounds = new ArrayList<>();
        for (Song song : project.songs()) {
            for (AssetId asset : song.sounds().toList()) {
                Optional<ProjectFile.Sound> known = old.stream().filter(it -> it.asset().equals(asset)).findFirst();
                sounds.add(known.orElseGet(() -> new ProjectFile.Sound(asset, freshName(song, asset, taken))));
            }
        }
        return sounds.stream().distinct().toList();
    }

    /// What a lane is called; a locked stem's former sound is told apart from the one that it has now.
    private static String called(Song song, AssetId asset) {
        return song.lanes().filter(it -> it.asset().equals(asset)).findFirst().map(ExportTargets::called)
                .or(() -> song.stems().stream()
                        .filter(it -> asset.equals(song.asSeparated().get(it.id()))).findFirst()
                        .map(it -> ExportTargets.called(it) + " as separated"))
                .orElseGet(asset::value);
    }

    private String freshName(Song song, AssetId asset, TrackNames taken) {
        String stem = called(song, asset);
        while (true) {
            Path name = taken.claim(copy -> List.of(new NameTemplate("{track} - {stem}.{ext}").resolve(
                    new NameValues(song.title(), stem, "wav", "", Tags.NONE), copy))).getFirst();
            if (Files.notExists(storage.audioFolder().resolve(name))) {
                return name.toString();
            }
        }
    }

    private long bytes(List<ProjectFile.Sound> sounds) {
        return sounds.stream().map(it -> sound(it.asset()))
                .mapToLong(it -> it.frames() * it.spec().channels() * Float.BYTES).sum();
    }

    /// @return false when somebody asked to stop
    private boolean write(List<ProjectFile.Sound> sounds, WorkFolder work) throws IOException {
        ExportWatch watch = new ExportWatch(control);
        watch.expect(sounds.stream().mapToLong(it -> sound(it.asset()).frames()).sum());
        FileRendering rendering = new FileRendering(FLOATS, OutputSound.Clip.NONE, Tags.NONE, watch);
        for (int i = 0; i < sounds.size() && !control.isCancelled(); i++) {
            AudioAsset sound = sound(sounds.get(i).asset());
            AudioSpec spec = sound.spec();
            Blend alone = new Blend(List.of(new Blend.Term(new AssetTape(sound), 1)));
            FrameRange all = new FrameRange(0, sound.frames());
            rendering.write(() -> new BlendSource(alone, spec, all), i, work.file("sound-" + i), 1);
        }
        return !control.isCancelled();
    }

    private void publish(List<ProjectFile.Sound> sounds, Path document, WorkFolder work) throws IOException {
        List<Path> moved = new ArrayList<>();
        try {
            for (int i = 0; i < sounds.size(); i++) {
                Path target = place(sounds.get(i));
                work.makeRoomFor(target);
                Files.move(work.file("sound-" + i), target);
                moved.add(target);
            }
            Publication.move(document, storage.file());
        } catch (IOException e) {
            for (Path sound : moved) {
                Files.deleteIfExists(sound);
            }
            throw e;
        }
    }
}
