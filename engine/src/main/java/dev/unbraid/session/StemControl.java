package dev.unbraid.session;

import dev.unbraid.separation.RunControl;

import java.util.OptionalDouble;

/// Between a separation and its job: tells how far it is, and rests or stops between segments when the user wants.
final class StemControl implements RunControl, SeparateListener {
    private final DeskJob job;
    private TimeLeft clock = new TimeLeft();
    private int done;
    private int reused;
    private int total;

    StemControl(DeskJob job) {
        this.job = job;
    }

    @Override
    public boolean isCancelled() {
        clock.rested(job.rest(done, total));
        if (done == reused) {
            // The network's loading says nothing about its speed.
            clock = new TimeLeft();
        }
        return job.isCancelled();
    }

    @Override
    public void reused() {
        reused++;
    }

    @Override
    public void progress(double segments, double all) {
        done = (int) segments;
        total = (int) all;
        OptionalDouble fraction = OptionalDouble.of(segments / all);
        OptionalDouble computed = OptionalDouble.of((segments - reused) / Math.max(1, all - reused));
        job.report(new JobState.Running("separating", fraction, clock.after(computed), done, total));
    }

    /// The mix is on its way to the model's rate.
    @Override
    public void progress(SeparateProgress progress) {
        if (progress instanceof SeparateProgress.Reading(long frames, var all)) {
            double fraction = (double) frames / Math.max(1, all.orElse(frames));
            job.report(new JobState.Running(
                    "decoding", OptionalDouble.of(Math.min(1, fraction)), OptionalDouble.empty(), 0, 0));
        }
    }
}
