package dev.unbraid.cli;

import dev.unbraid.checkpoint.CheckpointException;
import dev.unbraid.checkpoint.InstalledModel;
import dev.unbraid.compute.DeviceChoice;
import dev.unbraid.compute.DeviceUnavailableException;
import dev.unbraid.engine.Engine;
import dev.unbraid.separation.SeparationSettings;
import dev.unbraid.session.OutputPlace;
import dev.unbraid.session.OutputSound;
import dev.unbraid.session.SeparateRequest;
import dev.unbraid.session.SeparateRequest.Separating;
import dev.unbraid.session.StemSelection;
import dev.unbraid.session.TrackNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/// `unbraid separate`
@Command(name = "separate", sortOptions = false, description = "Takes songs apart: one file per stem.")
final class SeparateCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Engine engine;

    @Parameters(paramLabel = "FILE", arity = "1..*", description = "Sound files, or videos with sound.")
    private List<Path> files = List.of();

    @Option(names = "--model", paramLabel = "NAME", defaultValue = "htdemucs", description =
            "An installed model, see `unbraid models list`. Default: ${DEFAULT-VALUE}")
    private String model = "";

    @Mixin
    private final PlaceOptions placing = new PlaceOptions();

    @Mixin
    private final StemOptions stems = new StemOptions();

    @Mixin
    private final SeparatingOptions separating = new SeparatingOptions();

    @Mixin
    private final SoundOptions sounding = new SoundOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    SeparateCommand(Terminal terminal, Engine engine) {
        this.terminal = terminal;
        this.engine = engine;
    }

    @Override
    public Integer call() throws CheckpointException, DeviceUnavailableException {
        SeparationSettings settings = separating.settings();
        DeviceChoice device = separating.device();
        int threads = separating.threads();
        OutputPlace place = placing.place();
        OutputSound sound = sounding.sound();
        stems.check();
        InstalledModel installed = engine.installed(model);
        StemSelection selection = stems.selection(model, installed.sources());
        Voice voice = output.voice(terminal);
        try (StopSignal stop = StopSignal.listen()) {
            Unpacking.announce(engine, voice);
            Separating how = new Separating(engine.bag(installed, device, threads), settings);
            List<FileOutcome> outcomes = new ArrayList<>();
            TrackNames names = new TrackNames();
            for (Path file : files) {
                if (!stop.isGiven()) {
                    SeparateRequest request = new SeparateRequest(file, how, selection, place, sound);
                    outcomes.add(new FileSeparation(request, voice, stop, engine.finishedWork()).run(names));
                } else {
                    outcomes.add(new FileOutcome(file.toString(), ExitCode.CANCELLED, "cancelled before it began"));
                }
            }
            if (files.size() > 1) {
                voice.result(FileOutcome.event(outcomes), FileOutcome.lines(outcomes));
            }
            return FileOutcome.worst(outcomes).number();
        }
    }
}
