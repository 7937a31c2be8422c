package dev.unbraid.cli;

import dev.unbraid.checkpoint.CheckpointException;
import dev.unbraid.checkpoint.InstalledModel;
import dev.unbraid.compute.ComputeChoice;
import dev.unbraid.compute.DeviceUnavailableException;
import dev.unbraid.engine.Engine;
import dev.unbraid.separation.SeparationSettings;
import dev.unbraid.session.Beside;
import dev.unbraid.session.Forecast;
import dev.unbraid.session.KeptNetwork;
import dev.unbraid.session.OutputPlace;
import dev.unbraid.session.OutputSound;
import dev.unbraid.session.Provenance;
import dev.unbraid.session.RecipeFile;
import dev.unbraid.session.SeparateRequest;
import dev.unbraid.session.SeparateRequest.Papers;
import dev.unbraid.session.SeparateRequest.Separating;
import dev.unbraid.session.StemSelection;
import dev.unbraid.session.TrackNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/// `unbraid separate`
@Command(name = "separate", sortOptions = false, description = "Takes songs apart: one file per stem.")
final class SeparateCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Engine engine;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE|DIR", arity = "0..*", description =
            "Sound files, videos with sound, or folders of them.")
    private List<Path> files = List.of();

    @Option(names = "--model", paramLabel = "NAME", defaultValue = "htdemucs", description =
            "An installed model, see `unbraid models list`. Default: ${DEFAULT-VALUE}")
    private String model = "";

    @Mixin
    private final PlaceOptions placing = new PlaceOptions();

    @Mixin
    private final BatchOptions amount = new BatchOptions();

    @Mixin
    private final StemOptions stems = new StemOptions();

    @Mixin
    private final SeparatingOptions separating = new SeparatingOptions();

    @Mixin
    private final SoundOptions sounding = new SoundOptions();

    @Mixin
    private final PaperOptions papers = new PaperOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    SeparateCommand(Terminal terminal, Engine engine) {
        this.terminal = terminal;
        this.engine = engine;
    }

    @Override
    public Integer call() throws CheckpointException, DeviceUnavailableException, IOException {
        if (papers.followed().isPresent()) {
            papers.refuseOthers(spec);
            return follow(new Reproduction(papers.followed().get(), RecipeFile.read(papers.followed().get()))).number();
        }
        if (files.isEmpty()) {
            throw new UsageException("No FILE is named; name a sound file, or a folder of them.");
        }
        return separate().number();
    }

    private ExitCode separate() throws CheckpointException, DeviceUnavailableException, IOException {
        SeparationSettings settings = separating.settings();
        separating.check();
        amount.check();
        OutputPlace place = placing.place();
        OutputSound sound = sounding.sound();
        stems.check();
        Papers beside = papers.papers(settings.shifts());
        InstalledModel installed = engine.installed(model);
        StemSelection selection = stems.selection(model, installed.sources());
        Voice voice = output.voice(terminal);
        try (StopSignal stop = StopSignal.listen()) {
            Inputs inputs = Inputs.of(files, amount.depth(), place);
            inputs.refused().forEach(it -> voice.failure(new Failure(it.code(), it.remark()), it.file()));
            Unpacking.announce(engine, voice);
            engine.prepareWorker();
            ComputeChoice runOn = runOn();
            if (inputs.files().size() > 1 || runOn.device().mayBeLacking()) {
                // Else the one file is read while a worker looks what there is.
                engine.bags().require(runOn);
            }
            try (Beside<Boolean> _ = engine.prepareCodecs();
                    KeptNetwork network = new KeptNetwork(engine.bags().bag(installed, runOn))) {
                Separating how =
                        new Separating(network.bag(), settings, Optional.of(engine.bags().provenance(installed, runOn)));
                List<SeparateRequest> requests = inputs.files().stream()
                        .map(it -> new SeparateRequest(it.file(), how, selection, it.place(), sound, beside))
                        .toList();
                Batch batch = new Batch(requests, network, jobs(requests), Tools.of(engine, voice, stop));
                return end(voice, inputs, amount.isDry() ? foretell(batch, place) : work(batch, place));
            }
        }
    }

    /// Of each network. Sums are rounded by how many threads share them, so it must not hang on how much memory is free or
    /// how many files there are: the same command goes on with the segments that an earlier one has kept.
    private ComputeChoice runOn() {
        return separating.runOn(Math.max(1, Engine.usualThreads() / amount.jobs().orElse(1)));
    }

    private int jobs(List<SeparateRequest> requests) {
        if (requests.size() < 2) {
            return 1;
        }
        return Math.min(requests.size(), amount.jobs().orElseGet(() -> engine.capacity().songs(requests.getFirst())));
    }

    private ExitCode follow(Reproduction again) throws CheckpointException, DeviceUnavailableException, IOException {
        InstalledModel installed = engine.installed(again.recipe().model().name());
        again.refuseOtherModel(installed);
        Path input = again.input(files);
        ComputeChoice runOn = separating.runOn(again.recipe().machine());
        engine.bags().require(runOn);
        Provenance here = engine.bags().provenance(installed, runOn);
        Voice voice = output.voice(terminal);
        List<String> doubts = again.doubts(here);
        doubts.forEach(voice::note);
        try (StopSignal stop = StopSignal.listen()) {
            Unpacking.announce(engine, voice);
            Separating how = new Separating(
                    engine.bags().bag(installed, runOn), again.recipe().settings(), Optional.of(here));
            SeparateRequest request = new SeparateRequest(input, how, again.recipe().selection(), placing.place(),
                    again.recipe().sound(),
                    papers.papers(again.recipe().settings().shifts()));
            FileSeparation separation =
                    new FileSeparation(request, Tools.of(engine, voice, stop), FileSeparation.Surroundings.NONE);
            ExitCode code = separation.run(new TrackNames()).code();
            return separation.report().isPresent() ? again.compare(separation.report().get(), doubts, voice) : code;
        }
    }

    private List<FileOutcome> work(Batch batch, OutputPlace place) throws IOException {
        List<Forecast> forecasts = batch.forecasts();
        refuseWithoutRoom(batch, place);
        return batch.run(forecasts, amount.retries());
    }

    private List<FileOutcome> foretell(Batch batch, OutputPlace place) throws IOException {
        List<FileOutcome> outcomes = batch.foretell();
        refuseWithoutRoom(batch, place);
        return outcomes;
    }

    private void refuseWithoutRoom(Batch batch, OutputPlace place) throws IOException {
        engine.preflight().refuseWithoutRoom(
                batch.all(), place.folder(), batch.size() == 1 ? "to separate it" : "to separate them");
    }

    private ExitCode end(Voice voice, Inputs inputs, List<FileOutcome> worked) {
        List<FileOutcome> outcomes = Stream.concat(inputs.refused().stream(), worked.stream()).toList();
        if (outcomes.size() > 1 && !amount.isDry()) {
            voice.result(FileOutcome.event(outcomes), FileOutcome.lines(outcomes));
        }
        return FileOutcome.worst(outcomes);
    }
}
