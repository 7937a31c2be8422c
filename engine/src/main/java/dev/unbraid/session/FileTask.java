package dev.unbraid.session;

import dev.unbraid.cache.FinishedWork;
import dev.unbraid.separation.BrokenOutputException;
import dev.unbraid.separation.ModelUnavailableException;
import dev.unbraid.separation.SeparationSettings;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// Takes one file apart into files, on the inference thread and with the network that is warm there.
///
/// What fails fails alone: whoever asked hears of it, and for the board it is done.
final class FileTask implements Task {
    private final Kitchen kitchen;
    private final FileWish wish;
    private final TrackNames names;
    private final CompletableFuture<SeparateOutcome> outcome = new CompletableFuture<>();

    FileTask(Kitchen kitchen, FileWish wish, TrackNames names) {
        this.kitchen = kitchen;
        this.wish = wish;
        this.names = names;
    }

    CompletableFuture<SeparateOutcome> outcome() {
        return outcome;
    }

    @Override
    public String firstPhase() {
        return "loading-model";
    }

    @Override
    public JobState run(DeskJob job) {
        try {
            outcome.complete(separate(job));
        } catch (Exception | OutOfMemoryError | LinkageError e) {
            // Whatever it was, the other files are still to be tried.
            if (!(e instanceof IOException)) {
                // Unless the file or the disk was at fault, with a network of their own.
                kitchen.network().cool();
            }
            outcome.completeExceptionally(e);
        } finally {
            kitchen.network().rest();
        }
        return new JobState.Done();
    }

    private SeparateOutcome separate(DeskJob job) throws IOException, ModelUnavailableException, BrokenOutputException {
        FileWish.How how = wish.how();
        SeparatorModel model = kitchen.separators().models().stream()
                .filter(it -> it.name().equals(how.model()) && it.installed())
                .findFirst()
                .orElseThrow(() -> new ModelUnavailableException(
                        ModelUnavailableException.Reason.NOT_INSTALLED,
                        "The model %s is not installed; install it, then try again.".formatted(how.model()),
                        new IllegalArgumentException(how.model())));
        SeparateRequest request = new SeparateRequest(
                wish.input(),
                new SeparateRequest.Separating(
                        kitchen.network().bag(model.name(), model.fingerprint(), how.device()), settings(how),
                        kitchen.separators().provenance(how.model(), how.device())),
                how.selection(), wish.place(), how.sound());
        return job(request, new FileControl(job)).run();
    }

    private SeparateJob job(SeparateRequest request, FileControl control) {
        TrackNames own = names.inTheNameOf(wish);
        FinishedWork finished = kitchen.cache();
        Optional<MachinePace> pace = kitchen.separators().pace();
        return pace.isPresent()
                ? new SeparateJob(request, own, control, finished, pace.get())
                : new SeparateJob(request, own, control, finished);
    }

    static SeparationSettings settings(FileWish.How how) {
        return SeparationSettings.DEFAULT.withShifts(how.shifts(), SeparationSettings.DEFAULT.seed());
    }

    @Override
    public void ended(JobState how) {
        // Nothing more comes of one that was cancelled before it began.
        outcome.complete(new SeparateOutcome.Cancelled());
    }
}
