package dev.unbraid.separation;

import dev.unbraid.audio.RuleException;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/// Has networks take segments apart on a thread of its own, one batch at a time, so that the run's thread can join what came
/// before meanwhile. The methods are the run's thread's.
@RuleException(rule = "threads", value = "One thread as long as a run, which waits for it in the end.")
final class SegmentRunner implements AutoCloseable {
    private final SegmentReader reader;
    /// The network thread's.
    private final OpenNetwork network;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().name("network").daemon().factory());
    private OptionalInt member = OptionalInt.empty();
    private Optional<CompletableFuture<Optional<List<Output>>>> coming = Optional.empty();
    private volatile boolean closing;
    private volatile int batch = 1;

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

    /// How many segments it is best given at once.
    int batch() {
        return batch;
    }

    /// Returns at once; [#await] has what comes of it.
    ///
    /// @param wanted    at least one segment, all of one network
    /// @param calledOff as [SegmentModel#separateUnless] asks it
    void begin(List<SegmentOrder.Next> wanted, BooleanSupplier calledOff) {
        if (coming.isPresent()) {
            throw new IllegalStateException("a segment is at work");
        }
        int network = wanted.getFirst().pass().member();
        member = OptionalInt.of(network);
        List<Segment> segments = wanted.stream().map(it -> it.pass().plan().segment(it.index())).toList();
        coming = Optional.of(onThread(() -> separate(network, segments, calledOff)));
    }

    private Optional<List<Output>> separate(int wanted, List<Segment> segments, BooleanSupplier calledOff)
            throws IOException, ModelUnavailableException {
        SegmentModel model = network.of(wanted);
        List<float[]> mixes = new ArrayList<>();
        for (Segment segment : segments) {
            mixes.add(reader.read(segment));
        }
        Optional<List<float[]>> stems = model.separateUnless(mixes, () -> closing || calledOff.getAsBoolean());
        batch = model.batch();
        return stems.map(made -> made.stream().map(values -> new Output(values, model.runsAsAsked())).toList());
    }

    /// Whether [#await] would wait.
    boolean isAtWork() {
        return coming.filter(it -> !it.isDone()).isPresent();
    }

    /// What the network gave for each of the segments that were begun; empty if they were called off.
    Optional<List<Output>> await() throws IOException, ModelUnavailableException {
        CompletableFuture<Optional<List<Output>>> awaited =
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
