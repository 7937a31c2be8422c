package dev.unbraid.session;

import dev.unbraid.plugin.JobControl;

import java.util.OptionalDouble;

/// A job as it is seen by those who count bytes or frames.
record JobProgress(DeskJob job, String phase, TimeLeft clock) implements JobControl {
    JobProgress(DeskJob job, String phase) {
        this(job, phase, new TimeLeft());
    }

    @Override
    public boolean isCancelled() {
        return job.isCancelled();
    }

    @Override
    public void progress(double done, double total) {
        OptionalDouble fraction = total > 0 ? OptionalDouble.of(Math.clamp(done / total, 0, 1)) : OptionalDouble.empty();
        job.report(new JobState.Running(phase, fraction, clock.after(fraction), 0, 0));
    }
}
