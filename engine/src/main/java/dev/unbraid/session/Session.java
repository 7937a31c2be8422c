package dev.unbraid.session;

import dev.unbraid.assets.AudioAsset;
import dev.unbraid.audio.AssetId;
import dev.unbraid.overview.Waveform;
import dev.unbraid.project.Edit;
import dev.unbraid.project.LaneId;
import dev.unbraid.project.Project;
import dev.unbraid.project.SongId;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;

/// The open desk: the document with its history, its sounds, and the work that goes on.
///
/// Belongs to one thread, the owner's: all is called there and listeners hear there; jobs run elsewhere and report
/// through the executor given.
@SuppressWarnings("DoNotCallSuggester")
public final class Session implements AutoCloseable {
    /// @param folder     for this session's sounds and its autosave; its own
    /// @param separators the models there are
    /// @param owner      runs tasks on the thread that owns the session
    public Session(Path folder, Separators separators, Executor owner) throws IOException {
        throw new UnsupportedOperationException("%s %s %s".formatted(folder, separators, owner));
    }

    public void addListener(SessionListener listener) {
        throw new UnsupportedOperationException();
    }

    public Project project() {
        throw new UnsupportedOperationException();
    }

    public Separators separators() {
        throw new UnsupportedOperationException();
    }

    /// Changes the document by one step that can be undone; mixer moves of a gesture join into one.
    public void edit(Edit edit) {
        throw new UnsupportedOperationException();
    }

    /// The mouse was let go: the next mixer move is a step of its own.
    public void endGesture() {
        throw new UnsupportedOperationException();
    }

    /// Changes the document without a step: what is shown, not what is said.
    public void amend(Edit edit) {
        throw new UnsupportedOperationException();
    }

    public void undo() {
        throw new UnsupportedOperationException();
    }

    public void redo() {
        throw new UnsupportedOperationException();
    }

    public Optional<Edit> toUndo() {
        throw new UnsupportedOperationException();
    }

    public Optional<Edit> toRedo() {
        throw new UnsupportedOperationException();
    }

    /// Adds a song from a sound file: the lane is there at once, its sound arrives while it is read.
    ///
    /// A file that cannot be read gives a job that has failed with [dev.unbraid.codec.UnreadableAudioException].
    public Job open(Path file) {
        throw new UnsupportedOperationException(file.toString());
    }

    /// Stem lanes are there at once and fill in; a recipe that was cooked before comes from the cache.
    public Job separate(SeparateWish wish) {
        throw new UnsupportedOperationException(wish.toString());
    }

    public Job export(ExportWish wish) {
        throw new UnsupportedOperationException(wish.toString());
    }

    public Job installModel(String model) {
        throw new UnsupportedOperationException(model);
    }

    /// All that were not dismissed, the next to run first, then those that are over.
    public List<Job> jobs() {
        throw new UnsupportedOperationException();
    }

    /// Runs it again, after a failure or a cancel.
    public Job retry(Job job) {
        throw new UnsupportedOperationException(job.subject());
    }

    /// Takes a job that is over off the list.
    public void dismiss(Job job) {
        throw new UnsupportedOperationException(job.subject());
    }

    /// Moves a waiting separation among those that wait.
    public void reorder(Job job, int index) {
        throw new UnsupportedOperationException(job.subject());
    }

    /// A lane's sound, or empty for a sound that this session does not hold. Any thread.
    public Optional<AudioAsset> sound(AssetId id) {
        throw new UnsupportedOperationException(id.toString());
    }

    /// A sound's waveform, growing as the sound does. Any thread.
    public Optional<Waveform> waveform(AssetId id) {
        throw new UnsupportedOperationException(id.toString());
    }

    /// Writes one lane as a WAV file with a good name into a temporary folder, for dragging it out.
    public Path laneAsFile(LaneId lane) throws IOException {
        throw new UnsupportedOperationException(lane.toString());
    }

    /// Where the project is saved; empty if it never was.
    public Optional<Path> file() {
        throw new UnsupportedOperationException();
    }

    /// Whether there is anything that closing would lose.
    public boolean isModified() {
        throw new UnsupportedOperationException();
    }

    /// Writes document and sounds: `NAME.unbraid` and a folder `NAME.unbraid-audio` beside it.
    public Job save(Path file) {
        throw new UnsupportedOperationException(file.toString());
    }

    /// Puts the document of a file in place of this one.
    public Job load(Path file) {
        throw new UnsupportedOperationException(file.toString());
    }

    /// An empty document in place of this one.
    public void startAfresh() {
        throw new UnsupportedOperationException();
    }

    /// The song that a lane belongs to is played and exported.
    public void activate(SongId song) {
        amend(new Edit.ActivateSong(song));
    }

    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
