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
                    memory(figure));
        }
    }

    private static OptionalDouble seconds(MachineFigures.Figure figure, double sound, SeparateRequest request) {
        return OptionalDouble.of(RunMeter.seconds(figure, sound, request.separating().settings()));
    }

    private static OptionalLong memory(Optional<MachineFigures.Figure> figure) {
        long peak = figure.map(MachineFigures.Figure::peakBytes).orElse(0L);
        return peak > 0 ? OptionalLong.of(peak) : OptionalLong.empty();
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
        if (all.memoryBytes().isPresent() && free.isPresent() && all.memoryBytes().getAsLong() > free.getAsLong()) {
            throw new NoRoomException(
                    ("The network takes about %,d MB of memory, as measured on this machine, but only %,d MB are free; "
                            + "close other programs, or choose a smaller model.")
                            .formatted(DiskRoom.megabytes(all.memoryBytes().getAsLong()),
                                    DiskRoom.megabytes(free.getAsLong())));
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
