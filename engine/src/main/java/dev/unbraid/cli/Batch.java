package dev.unbraid.cli;

import dev.unbraid.session.Forecast;
import dev.unbraid.session.KeptNetwork;
import dev.unbraid.session.SeparateRequest;
import dev.unbraid.session.TrackNames;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// Takes files apart, one after the other: one at a time, for a network uses all of the processor or of the device.
///
/// What fails fails alone. Runs once.
final class Batch {
    private final List<SeparateRequest> requests;
    private final KeptNetwork network;
    private final Tools tools;
    private final TrackNames names = new TrackNames();
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
        List<Integer> round = IntStream.range(0, requests.size()).boxed().toList();
        round.forEach(index -> outcomes.add(FileOutcome.untouched(requests.get(index).input().toString())));
        for (int attempt = 0; attempt <= retries && !round.isEmpty(); attempt++) {
            if (attempt > 0) {
                tools.voice().note("Trying %d %s again (%d of %d) …"
                        .formatted(round.size(), round.size() == 1 ? "file" : "files", attempt, retries));
            }
            run(round, forecasts);
            round = round.stream()
                    .filter(index -> !tools.stop().isGiven() && outcomes.get(index).mayPass())
                    .toList();
        }
        return outcomes;
    }

    private void run(List<Integer> round, List<Forecast> forecasts) {
        BatchClock clock = new BatchClock(
                round.stream().map(index -> forecasts.get(index).soundSeconds()).toList(), pace(round, forecasts));
        for (int at = 0; at < round.size() && !tools.stop().isGiven(); at++) {
            int index = round.get(at);
            SeparateRequest request = requests.get(index);
            FileSeparation separation = new FileSeparation(request, tools, whole(clock, at, round.size()));
            FileOutcome outcome = separation.run(names);
            outcomes.set(index, outcome);
            switch (outcome.how()) {
                case DONE -> clock.worked(at, separation.elapsedSeconds());
                case FAILED -> network.close();
                case SKIPPED, CANCELLED -> { }
            }
        }
    }

    private static OptionalDouble pace(List<Integer> round, List<Forecast> forecasts) {
        Optional<Forecast> known = round.stream()
                .map(forecasts::get)
                .filter(it -> it.seconds().isPresent() && it.soundSeconds().orElse(0) > 0)
                .reduce(Forecast::then);
        return known.isPresent()
                ? OptionalDouble.of(known.get().seconds().orElse(0) / known.get().soundSeconds().orElse(1))
                : OptionalDouble.empty();
    }

    private FileSeparation.Surroundings whole(BatchClock clock, int at, int files) {
        return (elapsed, left) -> files == 1
                ? Optional.empty()
                : Optional.of(new Step.Whole(at + 1, files, clock.left(at, elapsed, left)));
    }
}
