package dev.unbraid.session;

import dev.unbraid.cache.FinishedWork;
import dev.unbraid.separation.ModelBag;
import dev.unbraid.separation.SeparationSettings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// How much room the segments of a job will take.
final class SegmentRoom {
    private SegmentRoom() {}

    /// @param folder  where the work is done; must exist
    /// @param seconds how long the song is
    /// @return bytes on the disk of `folder`; 0 if segments are kept on another, where their limit leaves room
    static long on(Path folder, FinishedWork finished, SeparateRequest request, double seconds) {
        try {
            long limit = finished.limitNow();
            boolean sameDisk = Files.getFileStore(folder).equals(Files.getFileStore(finished.path()));
            return sameDisk ? (long) Math.min((double) limit, bytes(request, seconds)) : 0;
        } catch (IOException _) {
            // Where they cannot be kept they take no room; the job will say so.
            return 0;
        }
    }

    private static double bytes(SeparateRequest request, double seconds) {
        ModelBag bag = request.bag();
        SeparationSettings settings = request.separating().settings();
        double each = seconds * bag.spec().sampleRate() * bag.spec().channels() * Float.BYTES / (1 - settings.overlap());
        return each * Math.max(1, settings.shifts()) * bag.stems().size() * bag.needed(request.computedStems()).size();
    }
}
