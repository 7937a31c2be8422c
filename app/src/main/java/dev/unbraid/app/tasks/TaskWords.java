package dev.unbraid.app.tasks;

import dev.unbraid.app.controls.Clock;
import dev.unbraid.app.problems.Problem;
import dev.unbraid.app.problems.RemarkWords;
import dev.unbraid.session.Job;
import dev.unbraid.session.JobState;
import dev.unbraid.ui.Messages;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// What is said of a job.
final class TaskWords {
    private static final Set<String> PHASES =
            Set.of("decoding", "loading-model", "separating", "adding-up", "comparing", "writing", "downloading");

    private final Messages messages;
    private final Messages problems;
    private final RemarkWords remarks;

    TaskWords(Locale locale) {
        messages = Messages.of("tasks", locale);
        problems = Messages.of("problems", locale);
        remarks = new RemarkWords(locale);
    }

    String text(String key, Object... arguments) {
        return messages.text(key, arguments);
    }

    /// One line: what it does and how far it is, or how it ended.
    String status(Job job, JobState state) {
        String kind = text("kind." + key(job.kind()));
        return switch (state) {
            case JobState.Waiting _ -> text("state.waiting", kind);
            case JobState.Running running -> doing(job, running);
            case JobState.Paused(int step, int steps) ->
                steps > 0 ? text("state.paused.at", kind, step, steps) : text("state.paused", kind);
            case JobState.Done _ when remarks(job) > 0 -> text("state.warned", kind, remarks(job));
            case JobState.Done _ -> text("state.done", kind);
            case JobState.Cancelled _ -> text("state.cancelled", kind);
            case JobState.Failed(Exception cause) -> text("state.failed", kind, sentence(cause));
        };
    }

    /// How many sentences there are in [#warnings].
    static int remarks(Job job) {
        return job.warnings().size();
    }

    /// What was found not quite as it should be, a sentence each.
    List<String> warnings(Job job) {
        return job.warnings().stream().map(remarks::of).toList();
    }

    private String doing(Job job, JobState.Running running) {
        String phase = PHASES.contains(running.phase())
                ? text("phase." + running.phase()) : text("doing." + key(job.kind()));
        if (running.steps() > 0) {
            // The one that is worked at, where the engine counts those that are done.
            int step = Math.min(running.step() + 1, running.steps());
            boolean segments = job.kind() == Job.Kind.SEPARATION || job.kind() == Job.Kind.BATCH;
            return text(segments ? "progress.segment" : "progress.step", phase, step, running.steps());
        }
        return running.fraction().isPresent()
                ? text("progress.percent", phase, (long) Math.floor(100 * running.fraction().getAsDouble()))
                : phase;
    }

    /// `0:09 left`
    Optional<String> timeLeft(JobState state) {
        OptionalDouble seconds =
                state instanceof JobState.Running running ? running.secondsLeft() : OptionalDouble.empty();
        return seconds.isPresent() ? Optional.of(text("left", Clock.of(seconds.getAsDouble()))) : Optional.empty();
    }

    /// `26× real time`
    String pace(double timesRealTime) {
        double tenths = Math.round(10 * timesRealTime) / 10.0;
        return text("pace", timesRealTime < 10 ? tenths : Math.rint(timesRealTime));
    }

    static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String sentence(Exception cause) {
        return Problem.of(cause, problems).sentence();
    }
}
