package dev.unbraid.session;

import dev.unbraid.assets.AudioAsset;
import dev.unbraid.assets.PcmFile;
import dev.unbraid.audio.AudioSource;
import dev.unbraid.cache.CachedStem;
import dev.unbraid.cache.StemKey;
import dev.unbraid.project.Project;
import dev.unbraid.project.Recipe;
import dev.unbraid.project.Song;
import dev.unbraid.separation.ModelBag;
import dev.unbraid.separation.ModelUnavailableException;
import dev.unbraid.separation.SeparationOutcome;
import dev.unbraid.separation.SeparationRun;
import dev.unbraid.separation.SeparationSettings;
import dev.unbraid.separation.ShiftOffsets;
import dev.unbraid.settings.MachineFigures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Takes a song of the session apart into lanes: from the cache, or with the network on an inference thread.
///
/// What was separated before a failure stays in its lanes; a cancelled separation leaves nothing.
final class StemTask implements Task {
    private static final String UNKNOWN_HASH = "";

    private final Workbench bench;
    private final Kitchen kitchen;
    private final SeparateWish wish;
    private final Song song;
    private final SeparationSettings settings;
    private final NetworkMishaps mishaps = new NetworkMishaps();
    private volatile Optional<StemLanes> lanes = Optional.empty();
    private volatile List<CachedStem> cached = List.of();
    private volatile String fingerprint = "";
    /// The session thread's.
    private boolean added;

    StemTask(Workbench bench, Kitchen kitchen, SeparateWish wish, Song song) {
        this.bench = bench;
        this.kitchen = kitchen;
        this.wish = wish;
        this.song = song;
        settings = SeparationSettings.DEFAULT.withShifts(wish.shifts(), SeparationSettings.DEFAULT.seed());
    }

    @Override
    public String firstPhase() {
        return "loading-model";
    }

    SeparateWish wish() {
        return wish;
    }

    private StemLanes lanes() {
        return lanes.orElseThrow(() -> new IllegalStateException("not prepared"));
    }

    private AudioAsset mix() {
        return bench.sounds().find(song.mix().asset()).orElseThrow(() -> new IllegalStateException("the song is gone"));
    }

    private Optional<SeparatorModel> model() throws IOException {
        return kitchen.separators().models().stream()
                .filter(it -> it.name().equals(wish.model()) && it.installed())
                .findFirst();
    }

    /// Makes the lanes' sounds. On any thread, before all else.
    ///
    /// @throws ModelUnavailableException if there is no such model
    void prepare() throws IOException, ModelUnavailableException {
        SeparatorModel model = model()
                .orElseThrow(() -> new ModelUnavailableException(
                        ModelUnavailableException.Reason.NOT_INSTALLED,
                        "The model %s is not installed; install it, then separate again.".formatted(wish.model()),
                        new IllegalArgumentException(wish.model())));
        List<String> stems = model.stems().stream()
                .filter(stem -> wish.stems().isEmpty() || wish.stems().contains(stem))
                .toList();
        if (stems.isEmpty()) {
            throw new ModelUnavailableException(ModelUnavailableException.Reason.OTHER_STEMS,
                    "The model %s has none of the stems %s; it has %s.".formatted(
                    model.name(), String.join(", ", wish.stems()), String.join(", ", model.stems())),
                    new IllegalArgumentException(wish.stems().toString()));
        }
        fingerprint = model.fingerprint();
        lanes = Optional.of(StemLanes.create(bench, song, stems, mix().frames()));
    }

    /// On the session's thread.
    void addLanes(DeskJob job) {
        if (job.state().isOver()) {
            // Cancelled before there was anything to take away.
            ended(job.state());
            return;
        }
        added = lanes().add(recipe(bench.sounds().sha256(song.mix().asset()).orElse(UNKNOWN_HASH)));
        if (!added) {
            job.cancel();
        }
    }

    /// Knows what it will cook now that the song is whole.
    ///
    /// @return whether the cache has it
    boolean looksUp(String inputSha256) {
        Recipe recipe = recipe(inputSha256);
        bench.owner().execute(() -> lanes().name(recipe));
        cached = kitchen.cache().stems().find(new StemKey(recipe, fingerprint), lanes().spec(), mix().frames()).orElse(List.of());
        return !cached.isEmpty();
    }

    private Recipe recipe(String inputSha256) {
        return new Recipe(
                inputSha256, wish.model(), lanes().stems(), settings.shifts(), settings.overlap(), settings.seed(), List.of());
    }

    @Override
    public JobState run(DeskJob job) throws Exception {
        boolean whole = cached.isEmpty() ? separate(job) : pour(job);
        return whole && !job.isCancelled() ? new JobState.Done() : new JobState.Cancelled();
    }

    private void finish() throws IOException {
        for (String stem : lanes().stems()) {
            bench.sounds().finish(lanes().recording(stem));
        }
    }

    /// The segments go when the stems are kept, not before: a kill in between costs nothing. The stems are kept last, for
    /// who has them asks for nothing more.
    private void keepAll(DeskJob job, SeparationRun run, JobSegments segments) throws IOException {
        if (job.isCancelled()) {
            return;
        }
        finish();
        if (mishaps.fellBack()) {
            // Some of it may have other bits than who asks for these stems again would get.
            return;
        }
        compare(job, run, segments);
        job.report("writing");
        keep(job);
        if (!job.isCancelled()) {
            segments.useUp();
        }
    }

    private void keep(DeskJob job) throws IOException {
        if (isReplaced()) {
            return;
        }
        bench.sounds().sha256(song.mix().asset()).map(this::recipe).ifPresent(recipe -> {
            for (String stem : lanes().stems()) {
                kitchen.cache().stems().put(new StemKey(recipe, fingerprint), stem, lanes().recording(stem).asset(), job::isCancelled);
            }
        });
    }

    /// Replaced while this waited or ran: nobody knows which of the two it was.
    private boolean isReplaced() throws IOException {
        return model().filter(it -> it.fingerprint().equals(fingerprint)).isEmpty();
    }

    /// What several passes disagreed in can be measured as long as their segments are there.
    private void compare(DeskJob job, SeparationRun run, JobSegments segments) throws IOException {
        if (settings.shifts() < 2 || isReplaced()) {
            return;
        }
        job.report("comparing");
        Disagreements disagreements = new Disagreements(kitchen.separators(), kitchen.cache());
        bench.sounds().sha256(song.mix().asset()).map(this::recipe).ifPresent(recipe ->
                disagreements.measure(new StemKey(recipe, fingerprint), run, segments.store(), job::isCancelled));
    }

    private boolean pour(DeskJob job) throws IOException {
        job.report("decoding");
        for (int i = 0; i < cached.size(); i++) {
            Recording recording = lanes().recording(lanes().stems().get(i));
            try (AudioSource source = cached.get(i).open()) {
                if (!recording.fill(source, _ -> !job.isCancelled())) {
                    return false;
                }
            }
        }
        if (!job.isCancelled()) {
            finish();
        }
        return true;
    }

    private void learn(RunMeter meter, ModelBag bag) {
        if (!mishaps.all().isEmpty()) {
            // What was lost and done again took longer than it does.
            return;
        }
        kitchen.separators().pace().ifPresent(pace -> meter.measuredNetworks(bag, lanes().stems(), pace.peaks())
                .ifPresent(it -> pace.learn(load(), it)));
    }

    private MachineFigures.Load load() {
        return SongForecast.load(wish.model(), lanes().stems(), wish.device());
    }

    private StemControl control(DeskJob job, ModelBag bag) {
        return new StemControl(job, new StemFocus(bench.listening(), song, mix().frames(), bag.spec().sampleRate()),
                new SongForecast(kitchen).segmentSeconds(load()));
    }

    /// @return whether the stems are whole; if not, somebody asked to stop
    private boolean separate(DeskJob job) throws Exception {
        try {
            new SongForecast(kitchen).refuseWithoutRoom(mix(), lanes().stems(), song.title());
            RunMeter meter = new RunMeter();
            ModelBag bag = meter.of(mishaps.of(kitchen.network().bag(wish.model(), fingerprint, wish.device())));
            try (WorkFolder work = WorkFolder.in(kitchen.work());
                    PcmFile tape = PcmFile.create(work.file("mix.f32"), bag.spec().channels())) {
                StemControl control = control(job, bag);
                Optional<MixRecording.Recorded> recorded = new MixRecording(
                        new AssetSource(mix()), OptionalLong.of(mix().frames()), bag.spec(), control).onto(tape);
                if (recorded.isEmpty()) {
                    return false;
                }
                job.report("loading-model");
                SeparationRun run = new SeparationRun(
                        bag, settings, ShiftOffsets.drawn(bag, settings), new PcmTape(tape), recorded.get().level());
                StemFlow.Length length = new StemFlow.Length(tape.frames(), mix().frames());
                try (StemFlows flows = StemFlows.open(lanes(), work, bag, length);
                        JobSegments segments = JobSegments.open(Optional.of(kitchen.cache()), work,
                                new JobSegments.Origin(bag, recorded.get().sha256()))) {
                    return switch (run.run(flows.tapes(), segments.store(), control)) {
                        case SeparationOutcome.Finished _ -> {
                            learn(meter, bag);
                            keepAll(job, run, segments);
                            yield true;
                        }
                        case SeparationOutcome.Cancelled _ -> false;
                    };
                }
            }
        } catch (Exception e) {
            // Whatever it was, the next job begins with a network of its own.
            kitchen.network().cool();
            throw e;
        } finally {
            job.warn(mishaps.remarks());
            kitchen.network().rest();
        }
    }

    @Override
    public void ended(JobState how) {
        if (lanes.isEmpty()) {
            return;
        }
        try {
            lanes().close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        boolean stays = switch (how) {
            case JobState.Done _ -> true;
            case JobState.Failed _ -> !lanes().areEmpty();
            case JobState.Cancelled _, JobState.Waiting _, JobState.Running _, JobState.Paused _ -> false;
        };
        if (!stays) {
            lanes().withdraw();
        }
    }

    /// Makes room for another try.
    void withdraw() {
        lanes.ifPresent(StemLanes::withdraw);
    }

    /// Undone, or the song is gone: nobody waits for the stems any more.
    @Override
    public void documentChanged(Project now, DeskJob job) {
        if (added && lanes.isPresent() && !lanes().areIn(now)) {
            job.cancel();
        }
    }
}
