package dev.unbraid.session;

import dev.unbraid.cache.FinishedWork;
import dev.unbraid.codec.AudioFiles;
import dev.unbraid.codec.AudioReader;
import dev.unbraid.codec.SampleFormat;
import dev.unbraid.project.SumLock;
import dev.unbraid.separation.BrokenOutputException;
import dev.unbraid.separation.ModelUnavailableException;
import dev.unbraid.separation.SeparationOutcome;
import dev.unbraid.separation.SeparationRun;
import dev.unbraid.separation.ShiftOffsets;
import dev.unbraid.settings.MachineFigures;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// One sound file in, one sound file per stem out, in memory that does not grow with the track.
///
/// Whatever happens, no half-written file ever has a stem's name and nothing else is left behind. Runs once, on the
/// thread that calls it.
public final class SeparateJob {
    private final SeparateRequest request;
    private final TrackNames names;
    private final SeparateListener listener;
    private final Optional<FinishedWork> finished;
    private final Optional<MachinePace> pace;
    private final RunMeter meter = new RunMeter();
    private final NetworkMishaps mishaps = new NetworkMishaps();
    private final long startedNanos = System.nanoTime();

    /// A job that, killed, starts from the beginning.
    ///
    /// @param names shared by all jobs of one run
    public SeparateJob(SeparateRequest request, TrackNames names, SeparateListener listener) {
        this(request, names, listener, Optional.empty(), Optional.empty());
    }

    /// @param finished where segments are kept, so that the same request goes on from where this one was stopped
    public SeparateJob(
            SeparateRequest request, TrackNames names, SeparateListener listener, FinishedWork finished) {
        this(request, names, listener, Optional.of(finished), Optional.empty());
    }

    /// @param finished where segments are kept, so that the same request goes on from where this one was stopped
    /// @param pace     learns how fast it went
    public SeparateJob(
            SeparateRequest request, TrackNames names, SeparateListener listener, FinishedWork finished, MachinePace pace) {
        this(request, names, listener, Optional.of(finished), Optional.of(pace));
    }

    private SeparateJob(
            SeparateRequest request, TrackNames names, SeparateListener listener, Optional<FinishedWork> finished,
            Optional<MachinePace> pace) {
        this.request = request;
        this.names = names;
        this.listener = listener;
        this.finished = finished;
        this.pace = pace;
    }

    /// @throws dev.unbraid.codec.UnreadableAudioException if the input holds no sound that can be read
    /// @throws dev.unbraid.audio.NoRoomException if the disk is too small, known before the work or met during it
    /// @throws OutputRefusedException if the stems cannot go where they should
    /// @throws IOException if anything else fails on disk
    public SeparateOutcome run() throws IOException, ModelUnavailableException, BrokenOutputException {
        try (AudioReader reader = AudioFiles.open(request.input())) {
            OutputPlan plan = OutputPlan.of(request, reader.info(), names);
            Path folder = request.place().folder().toAbsolutePath().normalize();
            if (plan.isDone()) {
                // The one that made them may have been killed before it had tidied up.
                WorkFolder.sweep(folder);
                return new SeparateOutcome.Skipped(plan.files().targets());
            }
            plan.files().refuseUnwritable();
            try (WorkFolder work = WorkFolder.in(folder)) {
                plan.refuseWithoutRoom(folder, finished);
                // It takes as long as reading some minutes of sound, and the two do not hinder each other much.
                request.bag().openAhead();
                try (Tapes tapes = new Tapes(work, plan)) {
                    return run(reader, plan, work, tapes);
                }
            }
        }
    }

    private SeparateOutcome run(AudioReader reader, OutputPlan plan, WorkFolder work, Tapes tapes)
            throws IOException, ModelUnavailableException, BrokenOutputException {
        try (Beside<String> hash = Beside.begin("digest", _ -> InputDigest.sha256(request.input()))) {
            Optional<MixRecording.Recorded> recorded =
                    new MixRecording(reader, reader.info().frames(), request.bag().spec(), listener).onto(tapes.mix());
            if (recorded.isEmpty()) {
                return new SeparateOutcome.Cancelled();
            }
            MixRecording.Recorded mix = recorded.get();
            try (JobSegments segments = JobSegments.open(
                    finished, work, new JobSegments.Origin(request.bag(), mix.sha256()))) {
                SeparateOutcome outcome = run(reader, plan, new Desk(work, tapes, segments, hash.get()), mix);
                if (outcome instanceof SeparateOutcome.Done) {
                    segments.useUp();
                }
                return outcome;
            }
        }
    }

    /// What the second half works with.
    ///
    /// @param hash of the input
    private record Desk(WorkFolder work, Tapes tapes, JobSegments segments, String hash) {}

    private SeparateOutcome run(AudioReader reader, OutputPlan plan, Desk desk, MixRecording.Recorded mix)
            throws IOException, ModelUnavailableException, BrokenOutputException {
        ShiftOffsets shifts = ShiftOffsets.drawn(request.bag(), request.separating().settings());
        SeparationRun separation = new SeparationRun(meter.of(mishaps.of(request.bag())),
                request.separating().settings(), shifts, desk.tapes().mixTape(), mix.level());
        OptionalInt reused = separate(separation, desk);
        Optional<Made> made = reused.isEmpty() ? Optional.empty() : make(plan, desk, mix);
        if (made.isEmpty()) {
            return new SeparateOutcome.Cancelled();
        }
        List<StemExport.Written> stems = made.get().exported().stems();
        StemPapers papers = new StemPapers(plan, desk.work());
        papers.recipe(stems, desk.hash(), mishaps.fellBack());
        Optional<Remark> notCompared = papers.disagreement(separation, desk.segments().store(), listener::isCancelled);
        if (listener.isCancelled()) {
            return new SeparateOutcome.Cancelled();
        }
        new Publication(plan.files(), desk.work()).publish(Stream.concat(
                        stems.stream().map(it -> new Publication.Finished(it.file(), it.report().path())),
                        papers.written().stream())
                .toList());
        learn((double) desk.tapes().mix().frames() / request.bag().spec().sampleRate());
        return new SeparateOutcome.Done(new SeparateReport(
                stems.stream().map(StemExport.Written::report).toList(),
                papers.targets(),
                new SeparateReport.Recipe(desk.hash(), request.bag().name(), request.separating().settings().seed(),
                        shifts.ofMember(), request.sumLock()),
                made.get().exported().residualDb(),
                reused.orElseThrow(),
                (System.nanoTime() - startedNanos - listener.restedNanos()) / 1e9,
                Stream.concat(warnings(reader, desk.segments(), sumWarnings(plan, made.get().misses())).stream(),
                        notCompared.stream()).toList()));
    }

    /// @param misses samples of locked stems, see [Tapes#lock]
    private record Made(StemExport.Exported exported, long misses) {}

    /// Stems as files in the work folder; empty if somebody asked to stop.
    private Optional<Made> make(OutputPlan plan, Desk desk, MixRecording.Recorded mix) throws IOException {
        Tapes tapes = desk.tapes();
        SumLock how = request.sumLock();
        OptionalLong misses = how instanceof SumLock.Off
                ? OptionalLong.of(0) : tapes.lock(how, desk.work(), listener::isCancelled);
        if (misses.isEmpty()) {
            return Optional.empty();
        }
        StemExport.Lengths lengths = plan.lengths(tapes.mix().frames(), mix.sourceFrames());
        Optional<StemExport.Exported> exported = new StemExport(plan, tapes, lengths, listener).into(desk.work());
        tapes.letFilesGo();
        return exported.map(it -> new Made(it, misses.getAsLong()));
    }

    private void learn(double soundSeconds) {
        if (!mishaps.all().isEmpty()) {
            // What was lost and done again took longer than it does.
            return;
        }
        pace.ifPresent(it -> request.load().ifPresent(load ->
                measured(soundSeconds, it.peaks()).ifPresent(measured -> it.learn(load, measured))));
    }

    private Optional<MachineFigures.Measured> measured(double soundSeconds, MachineFigures.Peaks peaks) {
        return listener.restedNanos() > 0
                ? meter.measuredNetworks(request.bag(), request.computedStems(), peaks)
                : meter.measured(request.bag(), request.computedStems(), soundSeconds, peaks);
    }

    /// @return how many segments were there already; empty if somebody asked to stop
    private OptionalInt separate(SeparationRun separation, Desk desk)
            throws IOException, ModelUnavailableException, BrokenOutputException {
        return switch (separation.run(desk.tapes().stemTapes(), desk.segments().store(), new ListenedRun(listener, usualSeconds()))) {
            case SeparationOutcome.Finished(int _, int reused) -> OptionalInt.of(reused);
            case SeparationOutcome.Cancelled _ -> OptionalInt.empty();
        };
    }

    /// For a segment, in earlier runs.
    private OptionalDouble usualSeconds() {
        Optional<MachineFigures.Load> load = request.load();
        return pace.isPresent() && load.isPresent() ? pace.get().segmentSeconds(load.get()) : OptionalDouble.empty();
    }

    private List<Remark> warnings(AudioReader reader, JobSegments segments, List<Remark> ofSums) {
        int channels = request.bag().spec().channels();
        List<Remark> warnings = Remark.of(reader);
        if (reader.spec().channels() > channels) {
            warnings.add(new Remark.FewerChannels(reader.spec().channels(), channels));
        }
        segments.warning().ifPresent(warnings::add);
        warnings.addAll(mishaps.remarks());
        warnings.addAll(ofSums);
        return List.copyOf(warnings);
    }

    private List<Remark> sumWarnings(OutputPlan plan, long misses) {
        List<Remark> warnings = new ArrayList<>();
        if (misses > 0) {
            warnings.add(new Remark.FinerBits(misses));
        }
        boolean exact = request.sound().format().sampleFormat() == SampleFormat.FLOAT_32
                && plan.outputSpec().equals(request.bag().spec());
        if (!(request.sumLock() instanceof SumLock.Off) && !exact) {
            warnings.add(new Remark.RoundedStems(request.bag().spec().sampleRate()));
        }
        return List.copyOf(warnings);
    }
}
