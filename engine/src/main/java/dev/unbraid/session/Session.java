package dev.unbraid.session;

import dev.unbraid.assets.AudioAsset;
import dev.unbraid.audio.AssetId;
import dev.unbraid.cache.FinishedWork;
import dev.unbraid.overview.Waveform;
import dev.unbraid.project.Edit;
import dev.unbraid.project.LaneId;
import dev.unbraid.project.Project;
import dev.unbraid.project.ProjectView;
import dev.unbraid.project.Song;
import dev.unbraid.project.SongId;
import dev.unbraid.project.SumLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/// The open desk: the document with its history, its sounds, and the work that goes on.
///
/// Belongs to one thread, the owner's: all is called there and listeners hear there; jobs run elsewhere and report
/// through the executor given.
public final class Session implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Session.class);
    private static final int IMPORTS_AT_ONCE = 2;
    /// Exports, downloads, saving: they wait for disks and networks more than for each other.
    private static final int OTHERS_AT_ONCE = 3;
    private static final long SECONDS_TO_STOP = 30;

    private final Separators separators;
    private final SessionFolder folder;
    private final Document document = new Document();
    private final Sounds sounds;
    private final Workbench bench;
    private final JobBoard board;
    private final WorkQueue imports;
    private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
    private final Separations separations;
    private final WorkQueue others;
    private final Autosave autosave;
    private final OwedSeparations owed;
    private final Differences differences;
    private final Map<Job, Supplier<Job>> again = new HashMap<>();
    private final Thread parking = Thread.ofPlatform().name("parking").unstarted(this::park);
    private Optional<Path> file = Optional.empty();
    private ProjectView view = ProjectView.START;
    private SongOrder order = SongOrder.of(document);

    /// A session that shares no stems with others.
    ///
    /// @param folder     for this session's sounds and its autosave; its own
    /// @param separators the models there are
    /// @param owner      runs tasks on the thread that owns the session
    public Session(Path folder, Separators separators, Executor owner) throws IOException {
        this(folder, separators, owner, new FinishedWork(folder.resolve("finished"), () -> FinishedWork.USUAL_LIMIT_BYTES));
    }

    /// @param cache what was separated before, in any session
    public Session(Path folder, Separators separators, Executor owner, FinishedWork cache) throws IOException {
        this.separators = separators;
        this.folder = SessionFolder.create(folder);
        sounds = new Sounds(this.folder.sounds());
        bench = new Workbench(document, sounds, owner, new Listening(document));
        board = new JobBoard(owner, () -> document.listeners().forEach(SessionListener::jobsChanged));
        imports = new WorkQueue(board, IMPORTS_AT_ONCE, Thread.ofVirtual().name("import-", 0).factory());
        Separations.Storage storage = new Separations.Storage(cache, this.folder.work());
        separations = new Separations(bench, board, separators, storage, background);
        others = new WorkQueue(board, OTHERS_AT_ONCE, Thread.ofVirtual().name("job-", 0).factory());
        autosave = new Autosave(this.folder.document(), document, background);
        owed = new OwedSeparations(this.folder.separations(), board, background);
        differences = new Differences(bench, (subject, task, repeat) -> enqueue(Job.Kind.COMPARISON, subject, task, repeat));
        List.of(autosave, owed, board, differences).forEach(document::addListener);
        Runtime.getRuntime().addShutdownHook(parking);
    }

    /// The system ends this process: everything is left as after a crash, to be brought back, but nothing is at work.
    /// Native code that still runs while its libraries are unloaded would crash.
    private void park() {
        autosave.write();
        owed.close();
        board.close();
        separations.close(SECONDS_TO_STOP);
    }

    /// Separates what is heard first from now on.
    public void follow(Playhead playhead) {
        bench.listening().follow(playhead);
    }

    public void addListener(SessionListener listener) {
        document.addListener(listener);
    }

    public Project project() {
        return document.project();
    }

    public Separators separators() {
        return separators;
    }

    /// Changes the document by one step that can be undone; mixer moves of a gesture join into one.
    public void edit(Edit edit) {
        document.edit(edit);
    }

    /// The mouse was let go: the next mixer move is a step of its own.
    public void endGesture() {
        document.endGesture();
    }

    /// Changes the document without a step: what is shown, not what is said.
    public void amend(Edit edit) {
        document.amend(edit);
    }

    public void undo() {
        document.undo();
    }

    public void redo() {
        document.redo();
    }

    public Optional<Edit> toUndo() {
        return document.history().toUndo();
    }

    public Optional<Edit> toRedo() {
        return document.history().toRedo();
    }

    /// Adds a song from a sound file: the lane is there at once, its sound arrives while it is read.
    ///
    /// A file that cannot be read gives a job that has failed with [dev.unbraid.codec.UnreadableAudioException].
    public Job open(Path file) {
        order = order.next();
        background.execute(separators::prepare);
        Task task = new ImportTask(file, bench, order);
        DeskJob job = begin(Job.Kind.IMPORT, String.valueOf(file.getFileName()), task, () -> open(file));
        board.enqueue(job, imports);
        return job;
    }

    private DeskJob begin(Job.Kind kind, String subject, Task task, Supplier<Job> repeat) {
        DeskJob job = new DeskJob(kind, subject, task, board);
        again.put(job, repeat);
        board.add(job);
        return job;
    }

    /// What a separation would take, its stems named one by one; empty while that is not known on this machine.
    public Optional<Forecast> foretell(SeparateWish wish) {
        return separations.foretell(wish, song(wish.song()));
    }

    /// Stem lanes are there at once and fill in; a recipe that was cooked before comes from the cache.
    ///
    /// @throws IllegalArgumentException if there is no such song
    public Job separate(SeparateWish wish) {
        return separate(wish, song(wish.song()));
    }

    private Job separate(SeparateWish wish, Song song) {
        StemTask task = separations.task(wish, song);
        DeskJob job = begin(Job.Kind.SEPARATION, song.title(), task, () -> {
            task.withdraw();
            return separate(wish);
        });
        return separations.start(job, task, song);
    }

    /// Separates a stretch of a song's finished stems again. What lies outside of it stays the same to the last bit.
    ///
    /// @return its end is one step to undo
    /// @throws IllegalArgumentException if there is no such song, it has no stems, or nothing of it is in the range
    public Job refine(RefineWish wish) {
        RefineTask task = separations.task(wish, song(wish.song()));
        DeskJob job = begin(Job.Kind.SEPARATION, task.subject(), task, () -> refine(wish));
        return separations.start(job);
    }

    /// A song with the sounds that its stems had before they were last separated, mixed as now; empty if they had none.
    public Optional<Song> before(SongId id) {
        return FormerStems.of(document.history(), id, sounds);
    }

    /// What stems differ by from what they were before.
    public Differences differences() {
        return differences;
    }

    /// What the passes that made stems disagreed in.
    public Disagreements disagreements() {
        return separations.disagreements();
    }

    /// Makes the stems of a song add up to its mix to the last bit, or takes that back at once. What was begun to that end
    /// before is cancelled.
    ///
    /// @return the job that locks, whose end is one step to undo; empty if there is nothing to make
    /// @throws IllegalArgumentException if there is no such song, it has no stems, or not the one to fold into
    public Optional<Job> lockSum(SongId id, SumLock how) {
        Song song = song(id);
        SumTask.cancelAll(board.jobs(), id);
        if (how.equals(song.sum().lock())) {
            return Optional.empty();
        }
        return switch (how) {
            case SumLock.Off() -> {
                edit(new Edit.UnlockSum(id));
                yield Optional.empty();
            }
            case SumLock.Fold _, SumLock.Spread _ -> Optional.of(enqueue(Job.Kind.SUM, song.title(),
                    new SumTask(bench, song, SumTask.Wish.Locked.of(song, how)), () -> lockSum(id, how).orElseThrow()));
        };
    }

    /// Makes a muted lane of what the stems of a song leave over of its mix. What was begun to that end before is cancelled.
    ///
    /// @return its end is one step to undo, unless the stems are locked then: those leave nothing over
    /// @throws IllegalArgumentException if there is no such song, or it has no stems
    public Job showResidual(SongId id) {
        Song song = song(id);
        SumTask.cancelAll(board.jobs(), id);
        return enqueue(Job.Kind.SUM, song.title(), new SumTask(bench, song, new SumTask.Wish.Residual()), () -> showResidual(id));
    }

    /// Whether the lane that [#showResidual] wishes is on its way.
    public boolean isMakingResidual(SongId id) {
        return board.jobs().stream().anyMatch(
                it -> !it.state().isOver() && it.task() instanceof SumTask sum && sum.isOf(id) && sum.makesResidual());
    }

    private Song song(SongId id) {
        return project().song(id).orElseThrow(() -> new IllegalArgumentException("no song " + id));
    }

    /// Writes files, of the document as it is now.
    ///
    /// @throws IllegalArgumentException if there is no such song or lane, or the name template is none
    public Job export(ExportWish wish) {
        ExportJob export = new ExportJob(wish, project(), sounds::find);
        String subject = project().song(wish.song()).map(Song::title).orElse("");
        return enqueue(Job.Kind.EXPORT, subject, new ExportTask(export), () -> export(wish));
    }

    public Job install(String what) {
        return enqueue(Job.Kind.MODEL_INSTALL, what, new InstallTask(separators, what), () -> install(what));
    }

    private DeskJob enqueue(Job.Kind kind, String subject, Task task, Supplier<Job> repeat) {
        DeskJob job = begin(kind, subject, task, repeat);
        board.enqueue(job, others);
        return job;
    }

    /// Takes files apart that are not in the document.
    public FileSeparations files() {
        return separations.files();
    }

    /// All that were not dismissed, the next to run first, then those that are over.
    public List<Job> jobs() {
        return board.sorted();
    }

    /// Runs it again, after a failure or a cancel; the new job takes its place.
    public Job retry(Job job) {
        Supplier<Job> repeat = again.get(job);
        if (repeat == null || !job.state().isOver()) {
            return job;
        }
        dismiss(job);
        return repeat.get();
    }

    /// Takes a job that is over off the list.
    public void dismiss(Job job) {
        board.dismiss(job);
        if (job.state().isOver()) {
            again.remove(job);
        }
    }

    /// Moves a waiting separation among those that wait.
    public void reorder(Job job, int index) {
        board.reorder(job, index);
    }

    /// A lane's sound, or empty for a sound that this session does not hold. Any thread.
    public Optional<AudioAsset> sound(AssetId id) {
        return sounds.find(id);
    }

    /// A sound's waveform, growing as the sound does. Any thread.
    public Optional<Waveform> waveform(AssetId id) {
        return sounds.waveform(id);
    }

    /// Writes one lane as a WAV file with a good name into a temporary folder, for dragging it out. Any thread; takes
    /// as long as writing does.
    ///
    /// @throws IllegalArgumentException if there is no such lane
    /// @throws OutputRefusedException   if its sound is not whole yet
    public Path laneAsFile(LaneId lane) throws IOException {
        return DraggedLane.write(lane, project(), sounds);
    }

    /// Where the project is saved; empty if it never was.
    public Optional<Path> file() {
        return file;
    }

    /// How the document was looked at when it was saved.
    public ProjectView view() {
        return view;
    }

    /// How it is looked at, for the next time that it is saved.
    public void look(ProjectView now) {
        view = now;
    }

    /// Whether there is anything that closing would lose.
    public boolean isModified() {
        return document.isModified();
    }

    /// Writes document and sounds: `NAME.unbraid` and a folder `NAME.unbraid-audio` beside it.
    ///
    /// Fails with [OutputRefusedException] while a song is still being read.
    public Job save(Path target) {
        Task task = new SaveTask(new ProjectStorage(target), bench, view, it -> file = Optional.of(it));
        return enqueue(Job.Kind.SAVE, String.valueOf(target.getFileName()), task, () -> save(target));
    }

    /// Puts the document of a file in place of this one.
    ///
    /// Until it is read the document stays as it is; so it does if that fails.
    public Job load(Path source) {
        Task task = new LoadTask(new ProjectStorage(source), sounds, loaded -> {
            begin(loaded.project(), Optional.of(source));
            view = loaded.view();
        });
        return enqueue(Job.Kind.LOAD, String.valueOf(source.getFileName()), task, () -> load(source));
    }

    /// An empty document in place of this one.
    public void startAfresh() {
        begin(Project.EMPTY, Optional.empty());
    }

    private void begin(Project project, Optional<Path> from) {
        board.jobs().stream().filter(it -> it.kind() != Job.Kind.MODEL_INSTALL && it.kind() != Job.Kind.BATCH).forEach(DeskJob::cancel);
        file = from;
        view = ProjectView.START;
        document.replace(project, project);
        sounds.retain(project);
    }

    /// Puts what a crash has left in place of this document; it counts as not saved. What was being separated goes on.
    public Job recover(Recoverable left) {
        Task task = new RecoverTask(left, bench, autosave, this::separate);
        return enqueue(Job.Kind.LOAD, String.join(", ", left.titles()), task, () -> recover(left));
    }

    /// The song that a lane belongs to is played and exported.
    public void activate(SongId song) {
        amend(new Edit.ActivateSong(song));
    }

    /// Stops all work, waits until it has stopped, and clears the session's folder. Work stops between segments, so this
    /// may take seconds.
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(parking);
        } catch (IllegalStateException e) {
            LOG.debug("the process ends anyway: what is open is kept for the next start", e);
            return;
        }
        autosave.close();
        owed.close();
        board.close();
        List.of(imports, others).forEach(it -> it.close(SECONDS_TO_STOP));
        separations.close(SECONDS_TO_STOP);
        background.close();
        folder.clearAway();
    }
}
