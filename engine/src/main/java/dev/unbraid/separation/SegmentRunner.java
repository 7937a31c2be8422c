package dev.unbraid.separation;

import dev.unbraid.audio.RuleException;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/// Has networks take segments apart on a thread of its own, one at a time, so that the run's thread can join what came
/// before meanwhile. The methods are the run's thread's.
@RuleException(rule = "threads", value = "One thread as long as a run, which waits for it in the end.")
final class SegmentRunner implements AutoCloseable {
    private final SegmentReader reader;
    /// The network thread's.
    private final OpenNetwork network;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("network").daemon().factory());
    private OptionalInt member = OptionalInt.empty();
    private Optional<CompletableFuture<Optional<Output>>> coming = Optional.empty();
    private volatile boolean closing;

    /// What a network gave.
    ///
    /// @param asAsked whether it ran on what it was asked to run on
    @SuppressWarnings("ArrayRecordComponent") // passed on once
    record Output(float[] values, boolean asAsked) {}

    SegmentRunner(ModelBag bag, SegmentReader reader) {
        this.reader = reader;
        network = new OpenNetwork(bag);
    }

    /// The network that was used last.
    OptionalInt member() {
        return member;
    }

    /// Returns at once; [#await] has what comes of it.
    ///
    /// @param calledOff as [SegmentModel#separateUnless] asks it
    void begin(SeparationPass pass, int index, BooleanSupplier calledOff) {
        if (coming.isPresent()) {
            throw new IllegalStateException("a segment is at work");
        }
        member = OptionalInt.of(pass.member());
        Segment segment = pass.plan().segment(index);
        coming = Optional.of(onThread(() -> {
            SegmentModel model = network.of(pass.member());
            return model.separateUnless(reader.read(segment), () -> closing || calledOff.getAsBoolean())
                    .map(values -> new Output(values, model.runsAsAsked()));
        }));
    }

    /// Whether [#await] would wait.
    boolean isAtWork() {
        return coming.filter(it -> !it.isDone()).isPresent();
    }

    /// What the network gave for the segment that was begun; empty if it was called off.
    Optional<Output> await() throws IOException, ModelUnavailableException {
        CompletableFuture<Optional<Output>> awaited =
                coming.orElseThrow(() -> new IllegalStateException("no segment is at work"));
        coming = Optional.empty();
        return join(awaited);
    }

    private interface Work<T> {
        T work() throws IOException, ModelUnavailableException;
    }

    private <T> CompletableFuture<T> onThread(Work<T> work) {
        CompletableFuture<T> promise = new CompletableFuture<>();
        thread.execute(() -> {
            try {
                promise.complete(work.work());
            } catch (IOException | ModelUnavailableException | RuntimeException | Error e) {
                promise.completeExceptionally(e);
            }
        });
        return promise;
    }

    private static <T> T join(CompletableFuture<T> promise) throws IOException, ModelUnavailableException {
        try {
            return promise.join();
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case IOException failed -> throw failed;
                case ModelUnavailableException unavailable -> throw unavailable;
                case RuntimeException failed -> throw failed;
                case Error error -> throw error;
                case null, default -> throw e;
            }
        }
    }

    /// Gives up what is at work, and waits for that.
    @Override
    public void close() throws IOException, ModelUnavailableException {
        closing = true;
        try (ExecutorService _ = thread) {
            join(onThread(() -> {
                network.close();
                return true;
            }));
        }
    }
}
