package dev.unbraid.cli;

import dev.unbraid.checkpoint.CheckpointException;
import dev.unbraid.checkpoint.InstalledModel;
import dev.unbraid.compute.ComputeChoice;
import dev.unbraid.compute.DeviceUnavailableException;
import dev.unbraid.engine.Benchmark;
import dev.unbraid.engine.Engine;
import dev.unbraid.separation.ModelUnavailableException;
import dev.unbraid.settings.Processor;
import dev.unbraid.worker.PeakMemory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;

/// `unbraid bench`
@Command(
        name = "bench",
        description = {
            "Times this machine: seconds a segment of 7.8 s, memory, and how far that is from what its products allow.",
            "Takes a network through its rounds as `separate` does, in a process of its own, and compares with machines",
            "that were measured. Nothing else should run meanwhile. Ctrl-C ends it."
        },
        footer = {
            "",
            "A segment's time is from handing the sound over to having the stems. The real-time factor counts the",
            "sound that a segment brings a song forward, at the usual overlap of 0.25, and all networks of a bag.",
            "The floor is the arithmetic of a segment over the rate of matrix products, measured just before."
        })
final class BenchCommand implements Callable<Integer> {
    private static final String USUAL_MODEL = "htdemucs";

    private final Terminal terminal;
    private final Engine engine;

    @Option(names = "--model", paramLabel = "NAME", description = {
        "An installed model. Default: htdemucs; where that is not installed, a network of its shape with random",
        "weights, which takes as long."})
    private Optional<String> model = Optional.empty();

    @Option(names = "--rounds", paramLabel = "N", defaultValue = "5", description =
            "How many segments count, after two to warm up. Default: ${DEFAULT-VALUE}")
    private int rounds;

    @Mixin
    private final FootingOptions footing = new FootingOptions();

    @Option(names = "--json", description = "Prints one JSON object per line: progress, then the result or the error.")
    private boolean json;

    BenchCommand(Terminal terminal, Engine engine) {
        this.terminal = terminal;
        this.engine = engine;
    }

    @Override
    public Integer call()
            throws CheckpointException, DeviceUnavailableException, ModelUnavailableException, IOException {
        if (rounds < 1) {
            throw new UsageException("--rounds is %d; it must be 1 or more.".formatted(rounds));
        }
        ComputeChoice asked = footing.runOn(Engine.usualThreads());
        Voice voice = json
                ? new JsonVoice(new JsonLines(terminal.out())) : new TextVoice(terminal, ProgressDisplay.on(terminal));
        try (StopSignal stop = StopSignal.listen()) {
            Optional<BenchResult> result;
            Optional<InstalledModel> installed = installed();
            Unpacking.announce(engine, voice);
            try (Benchmark benchmark =
                    installed.isPresent() ? Benchmark.of(engine, installed.get(), asked) : Benchmark.seeded(engine, asked)) {
                result = new BenchRun(benchmark, asked, voice, stop).run(rounds);
            }
            if (result.isEmpty()) {
                voice.failure(new Failure(ExitCode.CANCELLED, "Cancelled; nothing was measured to the end."), "");
                return ExitCode.CANCELLED.number();
            }
            tell(result.get(), voice);
            return ExitCode.DONE.number();
        }
    }

    /// Empty for random weights.
    private Optional<InstalledModel> installed() throws CheckpointException {
        return model.isPresent() ? Optional.of(engine.installed(model.get())) : engine.store().find(USUAL_MODEL);
    }

    private void tell(BenchResult result, Voice voice) {
        Processor processor = Processor.ofThisMachine();
        KnownMachines known = KnownMachines.bundled();
        BenchText text = new BenchText(processor, result, PeakMemory.ofThisProcess(), engine.workerPeakBytes(), known);
        BenchJson event = new BenchJson(processor, result, new MemoryFigures(engine::workerPeakBytes), known);
        voice.result(event.event(), text.lines());
    }
}
