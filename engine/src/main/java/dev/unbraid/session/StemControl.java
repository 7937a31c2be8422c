package dev.unbraid.session;

import dev.unbraid.separation.RunControl;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;

/// Between a separation and its job: tells how far it is, rests or stops between segments when the user wants, and
/// says what the user listens to.
final class StemControl implements RunControl, SeparateListener {
    private final DeskJob job;
    private final StemFocus focus;
    private final SegmentClock clock;
    private long restedNanos;
    private int done;
    private int total;
    private boolean begun;
    /// When the last segment was there that a network has made.
    private long sinceNanos = workedNanos();
    private boolean wasReused;
    private double segmentSeconds;
    private StemFocus.Heard heard = StemFocus.Heard.NOTHING;

    /// @param usualSeconds that a segment took in earlier runs
    StemControl(DeskJob job, StemFocus focus, OptionalDouble usualSeconds) {
        this.job = job;
        this.focus = focus;
        clock = new SegmentClock(usualSeconds, this::workedNanos);
    }

    /// On a clock that stands still while the job rests.
    private long workedNanos() {
        return System.nanoTime() - restedNanos;
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
    public OptionalLong focusFrame() {
        if (!begun) {
            // What the store has says nothing of the network's speed.
            begun = true;
            clock.begin();
        }
        heard = focus.heard();
        return focus.frame(segmentSeconds);
    }

    @Override
    public boolean isCalledOff() {
        return job.isCancelled();
    }

    @Override
    public OptionalLong jumpedTo() {
        return focus.jumpedFrom(heard);
    }

    @Override
    public Set<String> firstStems() {
        return focus.stems();
    }

    @Override
    public void reused() {
        clock.reused();
        wasReused = true;
    }

    @Override
    public void progress(double segments, double all) {
        if (!wasReused) {
            long now = workedNanos();
            segmentSeconds = (now - sinceNanos) / 1e9;
            sinceNanos = now;
        }
        wasReused = false;
        done = (int) segments;
        total = (int) all;
        OptionalDouble fraction = OptionalDouble.of(segments / all);
        job.report(new JobState.Running("separating", fraction, clock.left(segments, all), done, total));
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
