package dev.unbraid.app.tasks;

import dev.unbraid.session.Job;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// A failure in full, for a report.
final class FailureDetails {
    private FailureDetails() {}

    /// @return one line for the job, then every cause with where it came from
    static String of(Job job, Exception failure) {
        StringBuilder details = new StringBuilder("%s: %s%n".formatted(TaskWords.key(job.kind()), job.subject()));
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
        return details.toString();
    }
}
