package dev.unbraid.app.queue;

import dev.unbraid.app.controls.Clock;
import dev.unbraid.app.controls.FileFormat;
import dev.unbraid.app.controls.LaneNames;
import dev.unbraid.app.problems.Problem;
import dev.unbraid.app.problems.RemarkWords;
import dev.unbraid.batch.FoundSongs;
import dev.unbraid.batch.QueuedSong;
import dev.unbraid.batch.SongState;
import dev.unbraid.session.JobState;
import dev.unbraid.session.Remark;
import dev.unbraid.session.StemSelection;
import dev.unbraid.ui.Messages;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;

/// What is said of a queue and its songs.
final class QueueWords {
    private static final Set<String> PHASES = Set.of("decoding", "loading-model", "separating", "writing");
    private static final int HOUR = 3600;

    private final Messages messages;
    private final Messages problems;
    private final RemarkWords remarks;
    private final LaneNames names;

    QueueWords(Locale locale) {
        messages = Messages.of("queue", locale);
        problems = Messages.of("problems", locale);
        remarks = new RemarkWords(locale);
        names = new LaneNames(locale);
    }

    String text(String key, Object... arguments) {
        return messages.text(key, arguments);
    }

    String heading(String key) {
        return text(key).toUpperCase(messages.locale());
    }

    String format(FileFormat format) {
        return text("format." + format.settingsName());
    }

    String shifts(int shifts) {
        return text("shifts." + shifts);
    }

    String selection(StemSelection selection) {
        return switch (selection) {
            case StemSelection.Each each when each.stems().size() > 1 ->
                text("stems.all", each.stems().stream().map(names::stem).collect(Collectors.joining(text("separator"))));
            case StemSelection.Each each -> text("stems.only", names.stem(each.stems().getFirst()));
            case StemSelection.Two two when two.stem().equals("vocals") -> text("stems.karaoke");
            case StemSelection.Two two -> text("stems.rest", names.stem(two.stem()));
            case StemSelection.Locked _, StemSelection.AndResidual _ -> text("stems.all", "");
        };
    }

    /// How a song stands, in one line.
    ///
    /// @param job of the song that is worked at
    String state(QueuedSong song, Optional<JobState> job) {
        return switch (song.state()) {
            case SongState.Waiting() -> text("state.waiting");
            case SongState.AtWork() -> job.map(this::atWork).orElseGet(() -> text("state.waiting"));
            case SongState.Done(List<?> stems, double seconds, List<Remark> warnings) -> warnings.isEmpty()
                    ? text("state.done", stems.size(), Clock.of(seconds))
                    : text("state.warned", stems.size(), warnings.stream().map(remarks::of).collect(Collectors.joining(" ")));
            case SongState.Skipped _ -> text("state.skipped");
            // The row names the file already.
            case SongState.Failed(Throwable cause) ->
                sentence(cause).replace(song.file().toString(), String.valueOf(song.file().getFileName()));
            case SongState.Cancelled() -> text("state.cancelled");
        };
    }

    private String atWork(JobState job) {
        return switch (job) {
            case JobState.Running running -> running(running);
            case JobState.Paused _ -> text("state.paused");
            case JobState.Waiting _ -> text("state.turn");
            case JobState.Done _, JobState.Cancelled _, JobState.Failed _ -> text("phase.writing");
        };
    }

    private String running(JobState.Running running) {
        String phase = text("phase." + (PHASES.contains(running.phase()) ? running.phase() : "separating"));
        String far = running.fraction().isPresent()
                ? text("state.percent", phase, (long) Math.floor(100 * running.fraction().getAsDouble()))
                : phase;
        return running.secondsLeft().isPresent()
                ? text("state.left", far, Clock.of(running.secondsLeft().getAsDouble()))
                : far;
    }

    /// `about 1 h 20 min left`; empty while nobody knows.
    Optional<String> left(OptionalDouble seconds) {
        return seconds.isPresent() ? Optional.of(text("left", about(seconds.getAsDouble()))) : Optional.empty();
    }

    /// As roughly as it is known.
    String about(double seconds) {
        long whole = Math.max(1, Math.round(seconds));
        if (whole < 60) {
            return text("about.seconds", whole);
        }
        if (whole < HOUR) {
            return text("about.minutes", Math.ceilDiv(whole, 60L));
        }
        long minutes = Math.ceilDiv(whole, 60L);
        return text("about.hours", minutes / 60, minutes % 60);
    }

    String refused(FoundSongs.Refused refused) {
        return switch (refused) {
            case FoundSongs.Refused.Closed closed -> text("refused.closed", closed.path());
            case FoundSongs.Refused.Empty empty -> text("refused.empty", empty.path());
            case FoundSongs.Refused.Failed failed -> sentence(failed.cause());
        };
    }

    String sentence(Throwable cause) {
        return problem(cause).sentence();
    }

    Problem problem(Throwable cause) {
        return Problem.of(cause, problems);
    }
}
