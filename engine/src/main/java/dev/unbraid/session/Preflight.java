package dev.unbraid.session;

import dev.unbraid.audio.NoRoomException;
import dev.unbraid.cache.FinishedWork;
import dev.unbraid.codec.AudioFiles;
import dev.unbraid.codec.AudioReader;
import dev.unbraid.settings.FreeMemory;
import dev.unbraid.settings.MachineFigures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/// Says what separations will take, and refuses what cannot fit.
public final class Preflight {
    private final MachinePace pace;
    private final FreeMemory memory;
    private final Optional<FinishedWork> finished;

    /// @param finished where segments are kept
    public Preflight(MachinePace pace, FreeMemory memory, Optional<FinishedWork> finished) {
        this.pace = pace;
        this.memory = memory;
        this.finished = finished;
    }

    /// Looks into the file.
    ///
    /// @param names those that the job will get, too
    /// @throws dev.unbraid.codec.UnreadableAudioException if the input holds no sound that can be read
    /// @throws OutputRefusedException if the stems cannot go where they should
    public Forecast of(SeparateRequest request, TrackNames names) throws IOException {
        try (AudioReader reader = AudioFiles.open(request.input())) {
            OutputPlan plan = OutputPlan.of(request, reader.info(), names);
            if (plan.isDone()) {
                return Forecast.NOTHING;
            }
            plan.files().refuseUnwritable();
            OptionalDouble sound = plan.soundSeconds();
            Optional<MachineFigures.Figure> figure = request.load().flatMap(pace::of);
            return new Forecast(
                    sound,
                    sound.isPresent() && figure.isPresent()
                            ? seconds(figure.get(), sound.getAsDouble(), request) : OptionalDouble.empty(),
                    plan.workBytes() + segmentBytes(plan),
                    plan.keptBytes(),
                    memory(request.load().flatMap(pace::ofMemory)));
        }
    }

    private static OptionalDouble seconds(MachineFigures.Figure figure, double sound, SeparateRequest request) {
        return OptionalDouble.of(RunMeter.seconds(figure, sound, request.separating().settings()));
    }

    static Optional<Forecast.Memory> memory(Optional<MachineFigures.Figure> figure) {
        return figure.filter(it -> it.peakBytes() > 0).map(it -> new Forecast.Memory(1, it.peakBytes(), it.ownPeakBytes()));
    }

    private long segmentBytes(OutputPlan plan) {
        return finished.map(it -> plan.segmentBytes(existing(plan.request().place().folder()), it)).orElse(0L);
    }

    /// @param all    what is to be done
    /// @param folder where it goes
    /// @param use    such as `to separate 12 files`
    /// @throws NoRoomException with a sentence that says what is needed, what there is, and what to do
    public void refuseWithoutRoom(Forecast all, Path folder, String use) throws IOException {
        DiskRoom.require(existing(folder), all.diskBytes(), folder, use);
        refuseWithoutMemory(all);
    }

    void refuseWithoutMemory(Forecast all) throws NoRoomException {
        OptionalLong free = memory.bytes();
        if (all.memory().isEmpty() || free.isEmpty()) {
            return;
        }
        Forecast.Memory needed = all.memory().get();
        // What this process holds already is not free any more.
        long own = Math.max(0, needed.ownBytes() - memory.heldBytes().orElse(0));
        long networks = needed.networks() * needed.networkBytes();
        if (networks + own > free.getAsLong()) {
            throw new NoRoomException(
                    new NoRoomException.Lack.Memory(needed.networks(), networks + own, free.getAsLong()),
                    "%s of memory%s, as measured on this machine, but only %,d MB are free; %s.".formatted(
                    needed.networks() == 1
                            ? "The network takes about %,d MB".formatted(DiskRoom.megabytes(networks))
                            : "%d networks side by side take about %,d MB"
                                    .formatted(needed.networks(), DiskRoom.megabytes(networks)),
                    own > 0 ? " and Unbraid itself %,d MB more".formatted(DiskRoom.megabytes(own)) : "",
                    DiskRoom.megabytes(free.getAsLong()),
                    needed.networks() == 1
                            ? "close other programs, or choose a smaller model"
                            : "take fewer songs apart at once, close other programs, or choose a smaller model"));
        }
    }

    /// The folder itself, or the innermost around it that is there.
    static Path existing(Path folder) {
        Path at = folder.toAbsolutePath().normalize();
        while (!Files.isDirectory(at) && at.getParent() != null) {
            at = at.getParent();
        }
        return at;
    }
}
