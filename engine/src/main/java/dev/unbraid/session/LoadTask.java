package dev.unbraid.session;

import dev.unbraid.audio.AssetId;
import dev.unbraid.audio.AudioSource;
import dev.unbraid.codec.AudioFiles;
import dev.unbraid.codec.AudioReader;
import dev.unbraid.project.ProjectFileException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Reads a project with all its sounds; only then does it take the place of the document that is open.
final class LoadTask implements Task {
    private final ProjectStorage storage;
    private final Sounds sounds;
    private final Consumer<ProjectStorage.Loaded> whenLoaded;
    private final List<AssetId> read = new CopyOnWriteArrayList<>();
    private volatile Optional<ProjectStorage.Loaded> loaded = Optional.empty();

    /// @param whenLoaded puts it in place, on the session's thread
    LoadTask(ProjectStorage storage, Sounds sounds, Consumer<ProjectStorage.Loaded> whenLoaded) {
        this.storage = storage;
        this.sounds = sounds;
        this.whenLoaded = whenLoaded;
    }

    @Override
    public String firstPhase() {
        return "decoding";
    }

    @Override
    public JobState run(DeskJob job) throws IOException, ProjectFileException {
        ProjectStorage.Loaded content = storage.load();
        List<ProjectStorage.StoredSound> files = new ArrayList<>();
        for (ProjectStorage.StoredSound sound : content.sounds()) {
            // A sound of this name is this sound: the project was open here before.
            if (sounds.find(sound.asset()).isEmpty()) {
                files.add(sound);
            }
        }
        for (int i = 0; i < files.size(); i++) {
            Step step = new Step(job, i, files.size());
            if (!read(files.get(i).asset(), files.get(i).file(), step)) {
                return new JobState.Cancelled();
            }
        }
        content.missing().ifPresent(it -> job.warn(List.of(it)));
        loaded = Optional.of(content);
        return new JobState.Done();
    }

    private record Step(DeskJob job, int index, int count) {
        boolean report(double fraction) {
            job.report(new JobState.Running("decoding",
                    OptionalDouble.of((index + Math.min(1, fraction)) / count), OptionalDouble.empty(), index, count));
            return !job.isCancelled();
        }
    }

    private boolean read(AssetId id, Path file, Step step) throws IOException {
        try (AudioReader reader = AudioFiles.open(file)) {
            AudioSource source = ImportTask.atMostTwoChannels(reader);
            double frames = reader.info().frames().orElse(0);
            try (Recording recording = sounds.record(id, source.spec(), (long) frames)) {
                read.add(id);
                if (!recording.fill(source, done -> step.report(frames > 0 ? done / frames : 0))) {
                    return false;
                }
                sounds.finish(recording);
                return true;
            }
        }
    }

    @Override
    public void ended(JobState how) {
        switch (how) {
            case JobState.Done _ -> loaded.ifPresent(whenLoaded);
            case JobState.Cancelled _, JobState.Failed _, JobState.Waiting _, JobState.Running _, JobState.Paused _ ->
                read.forEach(sounds::forget);
        }
    }
}
