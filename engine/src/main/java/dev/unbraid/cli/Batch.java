package dev.unbraid.cli;

import dev.unbraid.batch.QueuedSong;
import dev.unbraid.batch.SongQueue;
import dev.unbraid.batch.SongState;
import dev.unbraid.session.Forecast;
import dev.unbraid.session.KeptNetwork;
import dev.unbraid.session.SeparateRequest;
import dev.unbraid.session.TrackNames;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// Takes files apart, one after the other: one at a time, for a network uses all of the processor or of the device.
///
/// What fails fails alone. Runs once.
final class Batch {
    private final List<SeparateRequest> requests;
    private final KeptNetwork network;
    private final Tools tools;
    private final TrackNames names = new TrackNames();
    private final SongQueue queue = new SongQueue();
    private final List<FileOutcome> outcomes = new ArrayList<>();

    /// @param network of all requests
    Batch(List<SeparateRequest> requests, KeptNetwork network, Tools tools) {
        this.requests = List.copyOf(requests);
        this.network = network;
        this.tools = tools;
    }

    /// What they take, as far as it is known; a file that cannot be looked into takes nothing.
    List<Forecast> forecasts() {
        List<Forecast> forecasts = new ArrayList<>();
        for (SeparateRequest request : requests) {
            forecasts.add(tools.stop().isGiven() ? Forecast.NOTHING : forecast(request));
        }
        return forecasts;
    }

    private Forecast forecast(SeparateRequest request) {
        try {
            return tools.preflight().of(request, names);
        } catch (IOException e) {
            // It will be told when it is this file's turn.
            return Forecast.NOTHING;
        }
    }

    /// Says what each would take, and all together.
    List<FileOutcome> foretell() {
        ForecastTable table = new ForecastTable();
        for (SeparateRequest request : requests) {
            String file = request.input().toString();
            try {
                Forecast forecast = tools.preflight().of(request, names);
                table.add(file, forecast);
                var event = ForecastTable.event("forecast", forecast);
                event.addProperty("file", file);
                tools.voice().result(event, List.of());
                outcomes.add(FileOutcome.done(file, "foretold"));
            } catch (IOException e) {
                Failure failure = Failure.of(e);
                tools.voice().failure(failure, file);
                outcomes.add(FileOutcome.failed(file, failure));
            }
        }
        tools.voice().result(ForecastTable.event("total", table.total()), table.lines());
        return outcomes;
    }

    /// @param forecasts of each
    /// @param retries   how often a file is tried again that failed for a reason that may pass
    List<FileOutcome> run(List<Forecast> forecasts, int retries) {
        List<QueuedSong> songs = requests.stream().map(it -> queue.add(it.input(), Path.of(""))).toList();
        for (int i = 0; i < songs.size(); i++) {
            outcomes.add(FileOutcome.untouched(requests.get(i).input().toString()));
            songs.get(i).learn(forecasts.get(i).soundSeconds());
        }
        queue.expect(pace(forecasts));
        run(songs);
        for (int attempt = 1; attempt <= retries && !tools.stop().isGiven(); attempt++) {
            queue.retry(song -> outcomes.get(songs.indexOf(song)).mayPass());
            int again = waiting();
            if (again > 0) {
                tools.voice().note("Trying %d %s again (%d of %d) …"
                        .formatted(again, again == 1 ? "file" : "files", attempt, retries));
                run(songs);
            }
        }
        return outcomes;
    }

    private int waiting() {
        return (int) queue.songs().stream().filter(it -> it.state() instanceof SongState.Waiting).count();
    }

    private void run(List<QueuedSong> songs) {
        int files = waiting();
        for (int at = 0; at < files && !tools.stop().isGiven(); at++) {
            QueuedSong song = queue.next().orElseThrow();
            queue.begin(song);
            int index = songs.indexOf(song);
            FileSeparation separation = new FileSeparation(requests.get(index), tools, whole(at, files));
            FileOutcome outcome = separation.run(names);
            outcomes.set(index, outcome);
            queue.end(song, switch (outcome.how()) {
                case DONE -> new SongState.Done(List.of(), separation.elapsedSeconds(), List.of());
                case SKIPPED -> new SongState.Skipped(List.of());
                case CANCELLED -> new SongState.Cancelled();
                case FAILED -> {
                    network.close();
                    yield new SongState.Failed(new IllegalStateException(outcome.remark()));
                }
            });
        }
    }

    private static OptionalDouble pace(List<Forecast> forecasts) {
        Optional<Forecast> known = forecasts.stream()
                .filter(it -> it.seconds().isPresent() && it.soundSeconds().orElse(0) > 0)
                .reduce(Forecast::then);
        return known.isPresent()
                ? OptionalDouble.of(known.get().seconds().orElse(0) / known.get().soundSeconds().orElse(1))
                : OptionalDouble.empty();
    }

    private FileSeparation.Surroundings whole(int at, int files) {
        return (elapsed, left) -> files == 1
                ? Optional.empty()
                : Optional.of(new Step.Whole(at + 1, files, queue.secondsLeft(elapsed, left)));
    }
}
