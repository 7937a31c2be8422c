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
    private final Optional<String> warning;

    private JobSegments(SegmentStore store, Optional<KeptSegments> kept, Optional<String> warning) {
        this.store = store;
        this.kept = kept;
        this.warning = warning;
    }

    /// @param finished  where segments are kept for another time; empty if they are not
    /// @param mixSha256 as in [MixRecording.Recorded]
    static JobSegments open(Optional<FinishedWork> finished, WorkFolder work, ModelBag bag, String mixSha256) {
        if (finished.isEmpty() || bag.identity().isEmpty()) {
            return passing(work, Optional.empty());
        }
        try {
            KeptSegments kept = finished.get().segments(mixSha256, bag.identity().get(),
                    CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS));
            return new JobSegments(kept, Optional.of(kept), Optional.empty());
        } catch (IOException e) {
            return passing(work, Optional.of(
                    "%s cannot be used (%s), so a separation that is killed starts from the beginning."
                            .formatted(finished.get().path(), e.getMessage())));
        }
    }

    private static JobSegments passing(WorkFolder work, Optional<String> warning) {
        return new JobSegments(new SegmentFolder(work.folder()), Optional.empty(), warning);
    }

    SegmentStore store() {
        return store;
    }

    /// A sentence for the user.
    Optional<String> warning() {
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
