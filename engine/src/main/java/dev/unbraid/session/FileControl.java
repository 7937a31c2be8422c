package dev.unbraid.session;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/// Between a file's separation and its job: tells how far it is, and rests or stops when the user wants.
final class FileControl implements SeparateListener {
    private final DeskJob job;
    private long restedNanos;
    private int done;
    private int total;

    FileControl(DeskJob job) {
        this.job = job;
    }

    @Override
    public boolean isCancelled() {
        restedNanos += job.rest(done, total);
        return job.isCancelled();
    }

    @Override
    public boolean mayGoOn() {
        return job.mayGoOn();
    }

    @Override
    public long restedNanos() {
        return restedNanos;
    }

    @Override
    public void progress(SeparateProgress progress) {
        switch (progress) {
            case SeparateProgress.Reading(long frames, OptionalLong all) -> tell("decoding", frames, all.orElse(0));
            case SeparateProgress.Separating(int segments, int all, OptionalDouble left) -> {
                done = segments;
                total = all;
                job.report(new JobState.Running(
                        "separating", OptionalDouble.of((double) segments / Math.max(1, all)), left, segments, all));
            }
            case SeparateProgress.Writing(String _, long frames, long all) -> tell("writing", frames, all);
        }
    }

    private void tell(String phase, long frames, long all) {
        OptionalDouble fraction =
                all > 0 ? OptionalDouble.of(Math.min(1, (double) frames / all)) : OptionalDouble.empty();
        job.report(new JobState.Running(phase, fraction, OptionalDouble.empty(), 0, 0));
    }
}
