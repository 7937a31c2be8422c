package dev.unbraid.session;

import dev.unbraid.project.Lane;
import dev.unbraid.project.LaneId;
import dev.unbraid.project.Project;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// What stems differ by from what they were before, where that is wished: made when it is wished, anew whenever either
/// becomes another sound, and gone with the last of the two. On the session's thread.
public final class Differences implements SessionListener {
    private final Workbench bench;
    private final Work work;
    private final Map<LaneId, Wished> wished = new LinkedHashMap<>();

    /// @param made empty while it is on its way
    private record Wished(Comparison comparison, Job job, Optional<Difference> made) {}

    /// Takes jobs.
    interface Work {
        /// @param again begins it anew, after a failure
        Job enqueue(String subject, Task task, Supplier<Job> again);
    }

    Differences(Workbench bench, Work work) {
        this.bench = bench;
        this.work = work;
    }

    /// Whether a lane is a stem that was another before.
    public boolean isPossible(LaneId lane) {
        return comparison(lane).isPresent();
    }

    /// Whether it is wished, be it there already or on its way.
    public boolean isWished(LaneId stem) {
        return wished.containsKey(stem);
    }

    /// Those that are there.
    public List<Difference> all() {
        return wished.values().stream().flatMap(it -> it.made().stream()).toList();
    }

    /// @return the job that makes it; empty for a lane of which there is nothing to be shown
    public Optional<Job> show(LaneId stem) {
        hide(stem);
        Optional<Job> job = comparison(stem).map(this::begin);
        tell();
        return job;
    }

    public void hide(LaneId stem) {
        if (isWished(stem)) {
            drop(stem);
            tell();
        }
    }

    private Optional<Comparison> comparison(LaneId lane) {
        return Comparison.of(bench.document().history(), lane, bench.sounds());
    }

    private Job begin(Comparison comparison) {
        Project project = bench.document().project();
        String subject = project.songOf(comparison.stem()).orElseThrow().title() + " · "
                + project.lane(comparison.stem()).map(Lane::name).orElseThrow();
        DifferenceTask task = new DifferenceTask(bench.sounds(), comparison, this::ended);
        Job job = work.enqueue(subject, task, () -> show(comparison.stem()).orElseThrow());
        wished.put(comparison.stem(), new Wished(comparison, job, Optional.empty()));
        return job;
    }

    private boolean ended(Comparison comparison, Optional<Difference> difference) {
        Wished now = wished.get(comparison.stem());
        if (now == null || !now.comparison().equals(comparison)) {
            return false;
        }
        if (difference.isPresent()) {
            wished.put(comparison.stem(), new Wished(comparison, now.job(), difference));
        } else {
            wished.remove(comparison.stem());
        }
        tell();
        return difference.isPresent();
    }

    private void drop(LaneId stem) {
        Optional.ofNullable(wished.remove(stem)).ifPresent(it -> {
            it.job().cancel();
            it.made().ifPresent(made -> bench.sounds().forget(made.sound()));
        });
    }

    @Override
    public void documentChanged(Project project) {
        boolean changed = false;
        for (Wished before : List.copyOf(wished.values())) {
            LaneId stem = before.comparison().stem();
            Optional<Comparison> now = comparison(stem);
            if (!now.equals(Optional.of(before.comparison()))) {
                drop(stem);
                now.ifPresent(this::begin);
                changed = true;
            }
        }
        if (changed) {
            tell();
        }
    }

    private void tell() {
        bench.document().listeners().forEach(SessionListener::differencesChanged);
    }
}
