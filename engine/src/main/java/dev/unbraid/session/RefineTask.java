package dev.unbraid.session;

import dev.unbraid.assets.AudioAsset;
import dev.unbraid.assets.PcmFile;
import dev.unbraid.audio.AssetId;
import dev.unbraid.audio.FrameRange;
import dev.unbraid.project.Edit;
import dev.unbraid.project.Lane;
import dev.unbraid.project.LaneId;
import dev.unbraid.project.Project;
import dev.unbraid.project.Refinement;
import dev.unbraid.project.Song;
import dev.unbraid.separation.ModelBag;
import dev.unbraid.separation.ModelUnavailableException;
import dev.unbraid.separation.SeparationOutcome;
import dev.unbraid.separation.SeparationRun;
import dev.unbraid.separation.SeparationSettings;
import dev.unbraid.separation.ShiftOffsets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/// Separates a stretch of a song's stems again and brings it into the document as one step to undo, if the stems are
/// still the same then. Otherwise, and cancelled, it leaves nothing.
///
/// Only segments that touch the stretch run, cut as for the whole song. They stay in the cache: the next wish is often
/// a little longer.
final class RefineTask implements Task {
    private final Workbench bench;
    private final Kitchen kitchen;
    private final RefineWish wish;
    private final Song song;
    private final Refinement refinement;
    private final SeparationSettings settings;
    private final List<Recording> made = new ArrayList<>();
    private final NetworkMishaps mishaps = new NetworkMishaps();

    /// @throws IllegalArgumentException if there are no stems in the stretch, or such settings are none
    RefineTask(Workbench bench, Kitchen kitchen, RefineWish wish, Song song) {
        this.bench = bench;
        this.kitchen = kitchen;
        this.wish = wish;
        this.song = song;
        settings = SeparationSettings.DEFAULT
                .withShifts(wish.shifts(), SeparationSettings.DEFAULT.seed())
                .withOverlap(wish.overlap());
        FrameRange range = wish.range().cutTo(new FrameRange(0, mix().frames()));
        refinement = new Refinement(range, wish.model(), wish.shifts(), wish.overlap(), settings.seed());
        if (song.stems().isEmpty()) {
            throw new IllegalArgumentException("%s has no stems".formatted(song.title()));
        }
    }

    @Override
    public String firstPhase() {
        return "loading-model";
    }

    /// The song and the stretch, for the user.
    String subject() {
        int rate = song.source().spec().sampleRate();
        return "%s · %s–%s".formatted(
                song.title(), clock(refinement.range().start() / rate), clock(refinement.range().end() / rate));
    }

    private static String clock(long seconds) {
        return "%d:%02d".formatted(seconds / 60, seconds % 60);
    }

    private AudioAsset mix() {
        return sound(song.mix().asset());
    }

    private AudioAsset sound(AssetId id) {
        return bench.sounds().find(id).orElseThrow(() -> new IllegalStateException("the song is gone"));
    }

    private AudioAsset asSeparated(Lane stem) {
        return sound(Objects.requireNonNull(song.asSeparated().get(stem.id())));
    }

    /// @throws ModelUnavailableException if there is no such model, or not with these stems
    private SeparatorModel model() throws IOException, ModelUnavailableException {
        List<SeparatorModel> models = kitchen.separators().models();
        SeparatorModel model = models.stream()
                .filter(it -> it.name().equals(wish.model()) && it.installed())
                .findFirst()
                .orElseThrow(() -> new ModelUnavailableException(
                        ModelUnavailableException.Reason.NOT_INSTALLED,
                        "The model %s is not installed; install it, then separate again.".formatted(wish.model()),
                        new IllegalArgumentException(wish.model())));
        if (!StemMatch.fits(song, model, models)) {
            throw new ModelUnavailableException(ModelUnavailableException.Reason.OTHER_STEMS,
                    "The model %s has other stems than %s; choose one that has %s.".formatted(
                    model.name(), song.title(), String.join(", ", song.stems().stream().map(Lane::stem).toList())),
                    new IllegalArgumentException(wish.model()));
        }
        return model;
    }

    @Override
    public JobState run(DeskJob job) throws Exception {
        SeparatorModel model = model();
        if (!mix().isComplete() || !song.stems().stream().map(this::asSeparated).allMatch(AudioAsset::isComplete)) {
            throw new OutputRefusedException(OutputRefusedException.Reason.STEMS_UNFINISHED, song.title());
        }
        try {
            ModelBag bag = mishaps.of(kitchen.network().bag(wish.model(), model.fingerprint(), wish.device()));
            boolean whole = separate(job, bag);
            return whole && !job.isCancelled() ? new JobState.Done() : new JobState.Cancelled();
        } catch (Exception e) {
            // Whatever it was, the next job begins with a network of its own.
            kitchen.network().cool();
            throw e;
        } finally {
            job.warn(mishaps.remarks());
            kitchen.network().rest();
        }
    }

    private StemControl control(DeskJob job, ModelBag bag, List<String> stems) {
        return new StemControl(job, new StemFocus(bench.listening(), song, mix().frames(), bag.spec().sampleRate()),
                new SongForecast(kitchen).segmentSeconds(SongForecast.load(wish.model(), stems, wish.device())));
    }

    /// @return whether the stems are whole; if not, somebody asked to stop
    private boolean separate(DeskJob job, ModelBag bag) throws Exception {
        List<String> stems = song.stems().stream().map(Lane::stem).toList();
        try (WorkFolder work = WorkFolder.in(kitchen.work());
                PcmFile tape = PcmFile.create(work.file("mix.f32"), bag.spec().channels());
                StemFiles files = StemFiles.create(work, stems, bag.spec().channels())) {
            StemControl control = control(job, bag, stems);
            Optional<MixRecording.Recorded> recorded = new MixRecording(
                    new AssetSource(mix()), OptionalLong.of(mix().frames()), bag.spec(), control).onto(tape);
            if (recorded.isEmpty()) {
                return false;
            }
            job.report("loading-model");
            RateChange rates = new RateChange(bag.spec(), asSeparated(song.stems().getFirst()).spec());
            FrameRange needed = SplicedStem.needed(rates, refinement.range(), tape.frames());
            SeparationRun run = new SeparationRun(
                    bag, settings, ShiftOffsets.drawn(bag, settings), new PcmTape(tape), recorded.get().level());
            try (JobSegments segments = JobSegments.open(
                    Optional.of(kitchen.cache()), work,
                    new JobSegments.Origin(bag, recorded.get().sha256()))) {
                return switch (run.run(needed, files.tapes(), segments.store(), control)) {
                    case SeparationOutcome.Finished _ -> splice(job, files, rates, needed);
                    case SeparationOutcome.Cancelled _ -> false;
                };
            }
        }
    }

    private boolean splice(DeskJob job, StemFiles files, RateChange rates, FrameRange known) throws IOException {
        job.report("writing");
        for (Lane stem : song.stems()) {
            AudioAsset old = asSeparated(stem);
            Recording recording = bench.sounds().record(old.spec(), old.frames());
            made.add(recording);
            Splice splice = Splice.of(refinement.range(), old.frames(), old.spec().sampleRate());
            if (!new SplicedStem(old, splice, rates, job::isCancelled).write(files.of(stem.stem()), known, recording)) {
                return false;
            }
            bench.sounds().finish(recording);
        }
        if (song.sum().isLocked()) {
            job.warn(List.of(new Remark.Unlocked(song.title())));
        }
        return true;
    }

    @Override
    public void ended(JobState how) {
        try {
            for (Recording recording : made) {
                recording.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (how instanceof JobState.Done && fits(bench.document().project())) {
            Map<LaneId, AssetId> sounds = new HashMap<>();
            for (int i = 0; i < made.size(); i++) {
                sounds.put(song.stems().get(i).id(), made.get(i).asset().id());
            }
            bench.document().edit(new Edit.RefineStems(song.id(), sounds, refinement));
        } else {
            made.forEach(it -> bench.sounds().forget(it.asset().id()));
        }
    }

    private boolean fits(Project now) {
        return now.song(song.id()).filter(it -> it.asSeparated().equals(song.asSeparated())).isPresent();
    }

    /// The stems were undone or replaced, or the song is gone: nobody waits for this any more.
    @Override
    public void documentChanged(Project now, DeskJob job) {
        if (!fits(now)) {
            job.cancel();
        }
    }
}
