package dev.unbraid.session;

import dev.unbraid.cache.FinishedWork;
import dev.unbraid.cache.KeptSegments;
import dev.unbraid.cache.SegmentFolder;
import dev.unbraid.separation.ModelBag;
import dev.unbraid.separation.SegmentStore;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// Where a job keeps its segments: for another time if that is possible, else beside its tapes, where they go with it.
final class JobSegments implements Closeable {
    private final SegmentStore store;
    private final Optional<KeptSegments> kept;
    private final Optional<Remark> warning;

    private JobSegments(SegmentStore store, Optional<KeptSegments> kept, Optional<Remark> warning) {
        this.store = store;
        this.kept = kept;
        this.warning = warning;
    }

    /// What the segments of a job are made from.
    ///
    /// @param mixSha256 as in [MixRecording.Recorded]
    record Origin(ModelBag bag, String mixSha256) {}

    /// @param finished  where segments are kept for another time; empty if they are not
    static JobSegments open(Optional<FinishedWork> finished, WorkFolder work, Origin origin) {
        ModelBag bag = origin.bag();
        Optional<String> identity = finished.isEmpty() ? Optional.empty() : bag.identity().name();
        if (identity.isEmpty()) {
            return passing(work, Optional.empty());
        }
        try {
            KeptSegments kept = finished.get().segments(origin.mixSha256(), identity.get(),
                    CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS));
            SegmentStore store = new DivertedSegments(kept, new SegmentFolder(work.folder()));
            return new JobSegments(store, Optional.of(kept), Optional.empty());
        } catch (IOException e) {
            return passing(work, Optional.of(
                    new Remark.NothingKept(finished.get().path(), String.valueOf(e.getMessage()))));
        }
    }

    private static JobSegments passing(WorkFolder work, Optional<Remark> warning) {
        return new JobSegments(new SegmentFolder(work.folder()), Optional.empty(), warning);
    }

    SegmentStore store() {
        return store;
    }

    /// What the user should know of them.
    Optional<Remark> warning() {
        return warning;
    }

    /// The stems are safe elsewhere.
    void useUp() {
        kept.ifPresent(KeptSegments::useUp);
    }

    @Override
    public void close() throws IOException {
        if (kept.isPresent()) {
            kept.get().close();
        }
    }
}
