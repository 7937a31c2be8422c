package dev.unbraid.cli;

import dev.unbraid.session.Forecast;
import dev.unbraid.session.KeptNetwork;
import dev.unbraid.session.SeparateRequest;
import dev.unbraid.session.TrackNames;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Files to be taken apart: what that would take, and doing it. Runs once.
final class Batch {
    private final List<SeparateRequest> requests;
    private final KeptNetwork network;
    private final int jobs;
    private final Tools tools;
    private final TrackNames names = new TrackNames();
    private Forecast all = Forecast.NOTHING;

    /// @param network of all requests
    /// @param jobs    how many are taken apart side by side, at least 1
    Batch(List<SeparateRequest> requests, KeptNetwork network, int jobs, Tools tools) {
        this.requests = List.copyOf(requests);
        this.network = network;
        this.jobs = jobs;
        this.tools = tools;
    }

    int size() {
        return requests.size();
    }

    /// What they take, as far as it is known; a file that cannot be looked into takes nothing.
    List<Forecast> forecasts() {
        List<Forecast> forecasts = new ArrayList<>();
        for (SeparateRequest request : requests) {
            forecasts.add(tools.stop().isGiven() ? Forecast.NOTHING : forecast(request));
        }
        all = Forecast.together(forecasts, jobs);
        return forecasts;
    }

    /// What all take together of which the forecasts were asked for.
    Forecast all() {
        return all;
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
        ForecastTable table = new ForecastTable(jobs);
        List<FileOutcome> outcomes = new ArrayList<>();
        for (SeparateRequest request : requests) {
            String file = request.input().toString();
            try {
                Forecast forecast = tools.preflight().of(request, names);
                table.add(file, forecast);
                tools.voice().result(ForecastTable.event(file, forecast), List.of());
                outcomes.add(FileOutcome.done(file, "foretold"));
            } catch (IOException e) {
                Failure failure = Failure.of(e);
                tools.voice().failure(failure, file);
                outcomes.add(FileOutcome.failed(file, failure));
            }
        }
        tools.voice().result(table.event(), table.lines());
        all = table.total();
        return outcomes;
    }

    /// @param forecasts of each
    /// @param retries   how often a file is tried again that failed for a reason that may pass
    /// @return in the order of the requests
    List<FileOutcome> run(List<Forecast> forecasts, int retries) {
        return new BatchRun(requests, network, jobs, tools).run(names, forecasts, retries);
    }
}
