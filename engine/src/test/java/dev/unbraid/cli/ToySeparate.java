package dev.unbraid.cli;

import dev.unbraid.engine.Engine;
import dev.unbraid.faults.ToyNetwork;
import dev.unbraid.session.Forecast;
import dev.unbraid.session.KeptNetwork;
import dev.unbraid.session.OutputPlace;
import dev.unbraid.session.Provenance;
import dev.unbraid.session.SeparateRequest;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;

/// `unbraid separate` with a toy in the network's place; all else is the program's own.
@Command(name = "separate")
public final class ToySeparate implements Callable<Integer> {
    private static final Provenance HERE =
            new Provenance("toy", new Provenance.Machine("cpu", "cpu", "float32", 1), "1");

    private final Terminal terminal;
    private final Engine engine;

    @Parameters
    private List<Path> files = List.of();

    @Option(names = "--model")
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
    private final OutputOptions output = new OutputOptions();

    private ToySeparate(Terminal terminal, Engine engine) {
        this.terminal = terminal;
        this.engine = engine;
    }

    public static void main(String[] args) {
        Terminal terminal = new Terminal(
                new PrintWriter(System.out, true, System.out.charset()),
                new PrintWriter(System.err, true, System.err.charset()), OptionalInt.empty());
        int code = new CommandLine(new ToySeparate(terminal, Engine.ofThisProcess()))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((e, _, _) -> CommandLines.report(Failure.of(e), List.of(args), terminal))
                .execute(args);
        System.exit(code);
    }

    @Override
    public Integer call() throws IOException {
        OutputPlace place = placing.place();
        Voice voice = output.voice(terminal);
        try (StopSignal stop = StopSignal.listen(); KeptNetwork network = new KeptNetwork(ToyNetwork.bag())) {
            SeparateRequest.Separating how =
                    new SeparateRequest.Separating(network.bag(), separating.settings(), Optional.of(HERE));
            Batch batch = new Batch(
                    files.stream()
                            .map(it -> new SeparateRequest(it, how, stems.selection(model, ToyNetwork.STEMS), place,
                                    sounding.sound(), SeparateRequest.Papers.RECIPE))
                            .toList(),
                    network, amount.jobs().orElse(1), Tools.of(engine, voice, stop));
            List<Forecast> forecasts = batch.forecasts();
            engine.preflight().refuseWithoutRoom(batch.all(), place.folder(), "to separate it");
            return FileOutcome.worst(batch.run(forecasts, amount.retries())).number();
        }
    }
}
