package dev.unbraid.cli;

import dev.unbraid.checkpoint.CheckpointException;
import dev.unbraid.checkpoint.InstalledModel;
import dev.unbraid.codec.Container;
import dev.unbraid.codec.OutputFormat;
import dev.unbraid.codec.SampleFormat;
import dev.unbraid.compute.ComputeChoice;
import dev.unbraid.compute.DeviceChoice;
import dev.unbraid.compute.DeviceUnavailableException;
import dev.unbraid.engine.DemoSong;
import dev.unbraid.engine.Engine;
import dev.unbraid.separation.SeparationSettings;
import dev.unbraid.session.NameTemplate;
import dev.unbraid.session.OutputPlace;
import dev.unbraid.session.OutputPlace.Existing;
import dev.unbraid.session.OutputSound;
import dev.unbraid.session.SeparateRequest;
import dev.unbraid.session.SeparateRequest.Separating;
import dev.unbraid.session.StemSelection;
import dev.unbraid.session.TrackNames;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

/// `unbraid demo`
@Command(
        name = "demo",
        description = "Takes the song that comes with Unbraid apart, into ./unbraid-demo, and says what to listen to.")
final class DemoCommand implements Callable<Integer> {
    private static final Path FOLDER = Path.of("unbraid-demo");
    private static final String MODEL = "htdemucs";
    private static final NameTemplate NAMES = new NameTemplate("{stem}.{ext}");

    private final Terminal terminal;
    private final Engine engine;

    @Option(names = "--overwrite", description = "Replaces the stems of an earlier run.")
    private boolean overwrite;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    DemoCommand(Terminal terminal, Engine engine) {
        this.terminal = terminal;
        this.engine = engine;
    }

    @Override
    public Integer call() throws CheckpointException, DeviceUnavailableException, IOException {
        refuseToOverwrite();
        Voice voice = output.voice(terminal);
        try (StopSignal stop = StopSignal.listen()) {
            if (engine.store().find(MODEL).isEmpty()) {
                ExitCode installed = new Installation(engine, voice, stop).install(MODEL);
                if (installed != ExitCode.DONE) {
                    return installed.number();
                }
            }
            InstalledModel model = engine.installed(MODEL);
            DemoSong.Notes notes = DemoSong.notes();
            voice.note("Taking \"%s\" apart.".formatted(notes.title()));
            Unpacking.announce(engine, voice);
            engine.prepareWorker();
            Separating how = new Separating(
                    engine.bags().bag(model, new ComputeChoice(new DeviceChoice.Auto(), Engine.usualThreads())), SeparationSettings.DEFAULT);
            try (DemoSong song = DemoSong.unpack()) {
                SeparateRequest request = new SeparateRequest(
                        song.file(), how, new StemSelection.Each(model.sources()), place(), sound());
                ExitCode code = new FileSeparation(request, Tools.of(engine, voice, stop), FileSeparation.Surroundings.NONE)
                        .run(new TrackNames()).code();
                if (code == ExitCode.DONE) {
                    voice.note("The stems are in %s. %s".formatted(FOLDER.toAbsolutePath(), notes.listen()));
                }
                return code.number();
            }
        }
    }

    /// Before anything is fetched.
    private void refuseToOverwrite() {
        if (!overwrite && Files.exists(FOLDER.resolve("vocals.wav"))) {
            throw new UsageException(
                    "%s holds the demo's stems already; add --overwrite to make them again.".formatted(FOLDER.toAbsolutePath()));
        }
    }

    private OutputPlace place() {
        return new OutputPlace(FOLDER, NAMES, overwrite ? Existing.OVERWRITE : Existing.REFUSE);
    }

    private static OutputSound sound() {
        OutputFormat format = new OutputFormat(Container.WAV, SampleFormat.FLOAT_32);
        return new OutputSound(format, OutputSound.Rate.MODEL, OutputSound.Clip.LINKED);
    }
}
