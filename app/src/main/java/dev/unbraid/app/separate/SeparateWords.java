package dev.unbraid.app.separate;

import dev.unbraid.app.controls.Clock;
import dev.unbraid.app.controls.LaneNames;
import dev.unbraid.app.controls.ModelWords;
import dev.unbraid.app.problems.Problem;
import dev.unbraid.session.Forecast;
import dev.unbraid.session.JobState;
import dev.unbraid.session.SeparationDevice;
import dev.unbraid.session.SeparatorModel;
import dev.unbraid.ui.Messages;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What is said about models, stems, devices and why something cannot be done.
final class SeparateWords {
    private static final Pattern THREADS = Pattern.compile("(\\d+) threads");
    private static final double MEGABYTE = 1e6;
    private static final double GIGABYTE = 1e9;

    private final Messages messages;
    private final Messages problems;
    private final LaneNames names;
    private final ModelWords models;

    SeparateWords(Locale locale) {
        messages = Messages.of("separate", locale);
        problems = Messages.of("problems", locale);
        names = new LaneNames(locale);
        models = new ModelWords(locale);
    }

    Locale locale() {
        return messages.locale();
    }

    String text(String key, Object... arguments) {
        return messages.text(key, arguments);
    }

    String heading(String key) {
        return text(key).toUpperCase(messages.locale());
    }

    String stem(String stem) {
        return names.stem(stem);
    }

    String stems(SeparatorModel model) {
        return model.stems().stream().map(this::stem).collect(Collectors.joining(text("stems.separator")));
    }

    String description(SeparatorModel model) {
        return models.describe(model);
    }

    String size(long bytes) {
        return text("size", Math.round(bytes / MEGABYTE));
    }

    /// `about 2 min 10 s · 640 MB of disk`; empty while the time is not known.
    Optional<String> forecast(Forecast forecast) {
        return forecast.seconds().isPresent()
                ? Optional.of(text("forecast", duration(forecast.seconds().getAsDouble()), disk(forecast.diskBytes())))
                : Optional.empty();
    }

    /// As roughly as it is known.
    private String duration(double seconds) {
        long whole = Math.max(1, Math.round(seconds));
        if (whole < 60) {
            return text("forecast.seconds", whole);
        }
        long tens = Math.round(seconds / 10) * 10;
        return tens < 3600
                ? text("forecast.minutes", tens / 60, tens % 60)
                : text("forecast.hours", tens / 3600, tens / 60 % 60);
    }

    private String disk(long bytes) {
        return bytes < GIGABYTE ? size(bytes) : text("forecast.gigabytes", Math.round(bytes / GIGABYTE * 10) / 10.0);
    }

    /// In few words: `CPU · 2 threads`.
    String device(SeparationDevice device) {
        if (device.name().equals(SeparationChoices.AUTO)) {
            return text("device.auto");
        }
        if (!device.name().equals("cpu")) {
            return device.description().isBlank() ? device.name() : device.description();
        }
        Matcher threads = THREADS.matcher(device.description());
        return threads.find() ? text("device.cpu.threads", threads.group(1)) : text("device.cpu");
    }

    /// Why nothing can be separated now; empty where it can, or where asking shows what is missing.
    Optional<String> obstacle(Readiness readiness) {
        return switch (readiness) {
            case Readiness.Ready _, Readiness.ModelMissing _ -> Optional.empty();
            case Readiness.Looking _ -> Optional.of(text("obstacle.looking"));
            case Readiness.NoSong _ -> Optional.of(text("obstacle.no-song"));
            case Readiness.ModelsUnknown(Exception problem) -> Optional.of(text("obstacle.models", sentence(problem)));
        };
    }

    /// How far a download is, in one line.
    String progress(JobState state) {
        return switch (state) {
            case JobState.Running running when running.secondsLeft().isPresent() -> text("install.left",
                    percent(running), Clock.of(running.secondsLeft().getAsDouble()));
            case JobState.Running running -> text("install.percent", percent(running));
            case JobState.Waiting _, JobState.Paused _ -> text("install.waiting");
            case JobState.Done _, JobState.Cancelled _, JobState.Failed _ -> "";
        };
    }

    private static long percent(JobState.Running running) {
        return (long) Math.floor(100 * running.fraction().orElse(0));
    }

    String sentence(Exception problem) {
        return Problem.of(problem, problems).sentence();
    }
}
