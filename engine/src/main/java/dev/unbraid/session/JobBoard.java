package dev.unbraid.session;

import dev.unbraid.project.Project;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/// The session's jobs, in the order in which they are to run.
///
/// Changed on the session's thread, read on any; says that something changed at most once until that was heard.
final class JobBoard implements SessionListener {
    private final Executor owner;
    private final Runnable listener;
    private final AtomicBoolean telling = new AtomicBoolean();
    private final Map<DeskJob, WorkQueue> queues = new ConcurrentHashMap<>();
    private volatile List<DeskJob> jobs = List.of();
    private volatile boolean closed;

    /// @param owner    runs tasks on the session's thread
    /// @param listener runs there whenever a job has changed
    JobBoard(Executor owner, Runnable listener) {
        this.owner = owner;
        this.listener = listener;
    }

    List<DeskJob> jobs() {
        return jobs;
    }

    /// Those that work first, then those that wait, then those that are over.
    List<Job> sorted() {
        return jobs.stream().sorted(Comparator.comparingInt(JobBoard::rank)).<Job>map(job -> job).toList();
    }

    private static int rank(DeskJob job) {
        return switch (job.state()) {
            case JobState.Running _, JobState.Paused _ -> 0;
            case JobState.Waiting _ -> 1;
            case JobState.Done _, JobState.Cancelled _, JobState.Failed _ -> 2;
        };
    }

    /// Puts a job on the list. It runs once it is given to a queue, here or later.
    void add(DeskJob job) {
        List<DeskJob> longer = new ArrayList<>(jobs);
        longer.add(job);
        jobs = List.copyOf(longer);
        tell();
    }

    /// Jobs that are not over learn what became of their songs.
    @Override
    public void documentChanged(Project project) {
        jobs.stream().filter(job -> !job.state().isOver()).forEach(job -> job.task().documentChanged(project, job));
    }

    void enqueue(DeskJob job, WorkQueue queue) {
        queues.put(job, queue);
        queue.submit(job);
    }

    void wake(DeskJob job) {
        queue(job).ifPresent(it -> it.submit(job));
    }

    /// A running job rests: the next may run.
    void leave(DeskJob job) {
        queue(job).ifPresent(WorkQueue::leave);
    }

    /// As [WorkQueue#comeBack].
    void comeBack(DeskJob job, BooleanSupplier hurried) {
        queue(job).ifPresent(it -> it.comeBack(hurried));
    }

    /// A job that has begun is wanted otherwise than before.
    void stir(DeskJob job) {
        queue(job).ifPresent(WorkQueue::stir);
    }

    private Optional<WorkQueue> queue(DeskJob job) {
        return Optional.ofNullable(queues.get(job));
    }

    void dismiss(Job job) {
        if (job.state().isOver()) {
            jobs = jobs.stream().filter(it -> it != job).toList();
            tell();
        }
    }

    /// @param index among the jobs of its kind that wait
    void reorder(Job job, int index) {
        List<DeskJob> waiting = new ArrayList<>(jobs.stream()
                .filter(it -> it.kind() == job.kind() && it.state() instanceof JobState.Waiting)
                .toList());
        List<Integer> places = waiting.stream().map(jobs::indexOf).toList();
        for (DeskJob moved : List.copyOf(waiting)) {
            if (moved == job) {
                waiting.remove(moved);
                waiting.add(Math.clamp(index, 0, waiting.size()), moved);
            }
        }
        List<DeskJob> order = new ArrayList<>(jobs);
        for (int i = 0; i < places.size(); i++) {
            order.set(places.get(i), waiting.get(i));
        }
        jobs = List.copyOf(order);
        tell();
    }

    /// Ends a job, with what it means for the document. Any thread.
    void settle(DeskJob job, JobState how) {
        queues.remove(job);
        owner.execute(() -> {
            if (!closed) {
                job.task().ended(how);
            }
            job.end(how);
            hear();
        });
    }

    /// Something has changed. Any thread.
    void tell() {
        if (telling.compareAndSet(false, true)) {
            owner.execute(() -> {
                telling.set(false);
                hear();
            });
        }
    }

    private void hear() {
        if (!closed) {
            listener.run();
        }
    }

    /// Stops all work; from now on nobody hears of it.
    void close() {
        jobs.forEach(DeskJob::cancel);
        closed = true;
    }
}
