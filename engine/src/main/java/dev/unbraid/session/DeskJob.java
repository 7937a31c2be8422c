package dev.unbraid.session;

import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/// A job of a session: from waiting through running and resting to its end.
final class DeskJob implements Job {
    private static final long NANOS_BETWEEN_TELLING = 50_000_000;

    private final Kind kind;
    private final Task task;
    private final JobBoard board;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile String subject;
    private volatile JobState state = new JobState.Waiting();
    private volatile List<Remark> warnings = List.of();
    private volatile boolean cancelled;
    private boolean begun;
    private volatile boolean resting;
    private long toldNanos = System.nanoTime() - NANOS_BETWEEN_TELLING;

    DeskJob(Kind kind, String subject, Task task, JobBoard board) {
        this.kind = kind;
        this.subject = subject;
        this.task = task;
        this.board = board;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    @Override
    public String subject() {
        return subject;
    }

    void name(String better) {
        subject = better;
        board.tell();
    }

    @Override
    public JobState state() {
        return state;
    }

    @Override
    public List<Remark> warnings() {
        return warnings;
    }

    /// Adds to what was said before; on the thread that runs the job.
    void warn(List<Remark> more) {
        warnings = Stream.concat(warnings.stream(), more.stream()).toList();
    }

    Task task() {
        return task;
    }

    boolean isCancelled() {
        return cancelled;
    }

    @Override
    public void cancel() {
        boolean ends;
        lock.lock();
        try {
            if (cancelled || state.isOver()) {
                return;
            }
            cancelled = true;
            changed.signalAll();
            ends = !begun;
            begun = true;
        } finally {
            lock.unlock();
        }
        if (ends) {
            board.settle(this, new JobState.Cancelled());
        } else {
            board.stir(this);
        }
    }

    @Override
    public void pause() {
        if (kind == Kind.SEPARATION || kind == Kind.BATCH) {
            rest(true);
        }
    }

    @Override
    public void resume() {
        rest(false);
    }

    private void rest(boolean wanted) {
        boolean waits;
        lock.lock();
        try {
            if (resting == wanted || state.isOver()) {
                return;
            }
            resting = wanted;
            changed.signalAll();
            waits = !begun;
            if (waits) {
                state = wanted ? new JobState.Paused(0, 0) : new JobState.Waiting();
            }
        } finally {
            lock.unlock();
        }
        if (waits) {
            board.tell();
            board.wake(this);
        } else {
            board.stir(this);
        }
    }

    /// Waits while the user wants it to rest, and then for its turn; a thread of its own may do so for hours.
    ///
    /// @return nanoseconds that it has rested
    long rest(int step, int steps) {
        if (!isResting()) {
            return 0;
        }
        long began = System.nanoTime();
        JobState before = state;
        while (isResting()) {
            show(new JobState.Paused(step, steps));
            board.leave(this);
            awaitResuming();
            show(new JobState.Waiting());
            board.comeBack(this, () -> cancelled || resting);
        }
        show(before);
        return System.nanoTime() - began;
    }

    /// Whether it would not rest now, and is not cancelled. Any thread.
    boolean mayGoOn() {
        return !resting && !cancelled;
    }

    private boolean isResting() {
        return resting && !cancelled;
    }

    private void awaitResuming() {
        lock.lock();
        try {
            while (isResting()) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private void show(JobState now) {
        state = now;
        board.tell();
    }

    void report(JobState.Running running) {
        boolean telling = !(state instanceof JobState.Running before)
                || !before.phase().equals(running.phase())
                || before.step() != running.step()
                || System.nanoTime() - toldNanos > NANOS_BETWEEN_TELLING;
        state = running;
        if (telling) {
            toldNanos = System.nanoTime();
            board.tell();
        }
    }

    void report(String phase) {
        report(new JobState.Running(phase, OptionalDouble.empty(), OptionalDouble.empty(), 0, 0));
    }

    /// Does the task, on the thread that calls.
    void run() {
        if (!begin()) {
            return;
        }
        board.tell();
        board.settle(this, outcome());
    }

    /// What has to happen before it may wait for its turn.
    interface Preparation {
        void run() throws Exception;
    }

    /// Ends the job if its preparation fails.
    void prepare(Preparation preparation) {
        try {
            preparation.run();
        } catch (Exception e) {
            // As in a job itself: it fails alone.
            if (begin()) {
                board.settle(this, new JobState.Failed(e));
            }
        }
    }

    private JobState outcome() {
        try {
            return task.run(this);
        } catch (Exception e) {
            // Whatever ended this job, the session and its other jobs go on.
            return cancelled ? new JobState.Cancelled() : new JobState.Failed(e);
        } catch (OutOfMemoryError | LinkageError e) {
            return new JobState.Failed(new IllegalStateException(String.valueOf(e.getMessage()), e));
        }
    }

    private boolean begin() {
        lock.lock();
        try {
            if (begun) {
                return false;
            }
            begun = true;
            state = new JobState.Running(
                    task.firstPhase(), OptionalDouble.empty(), OptionalDouble.empty(), 0, 0);
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// Called by the board alone, on the session's thread.
    void end(JobState how) {
        state = how;
    }
}
