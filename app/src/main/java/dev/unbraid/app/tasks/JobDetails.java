package dev.unbraid.app.tasks;

import dev.unbraid.session.Job;
import dev.unbraid.session.JobState;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// How a job ended in full, for a report.
final class JobDetails {
    private JobDetails() {}

    /// @return one line for the job, one for each warning, then every cause of its failure with where it came from
    static String of(Job job) {
        StringBuilder details = new StringBuilder("%s: %s%n".formatted(TaskWords.key(job.kind()), job.subject()));
        job.warnings().forEach(it -> details.append(it.sentence()).append(System.lineSeparator()));
        if (job.state() instanceof JobState.Failed(Exception failure)) {
            addCauses(details, failure);
        }
        return details.toString();
    }

    private static void addCauses(StringBuilder details, Exception failure) {
        Set<Throwable> seen = new HashSet<>();
        Optional<Throwable> next = Optional.of(failure);
        while (next.isPresent() && seen.add(next.get())) {
            Throwable cause = next.get();
            details.append(seen.size() > 1 ? "Caused by: " : "").append(cause).append(System.lineSeparator());
            for (StackTraceElement place : cause.getStackTrace()) {
                details.append("\tat ").append(place).append(System.lineSeparator());
            }
            next = Optional.ofNullable(cause.getCause());
        }
    }
}
