package dev.unbraid.session;

import dev.unbraid.assets.AudioAsset;
import dev.unbraid.separation.SeparationSettings;
import dev.unbraid.settings.MachineFigures;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What taking a song of the session apart will take, from what this machine was measured at.
final class SongForecast {
    private final Kitchen kitchen;

    SongForecast(Kitchen kitchen) {
        this.kitchen = kitchen;
    }

    /// @param device as in [SeparationDevice#name]
    static MachineFigures.Load load(String model, List<String> stems, String device) {
        return new MachineFigures.Load(model, stems, device, Runtime.getRuntime().availableProcessors());
    }

    /// What a segment took in earlier runs; empty while this machine has not been measured.
    OptionalDouble segmentSeconds(MachineFigures.Load load) {
        Optional<MachinePace> pace = kitchen.separators().pace();
        return pace.isPresent() ? pace.get().segmentSeconds(load) : OptionalDouble.empty();
    }

    /// @param stems that will be made
    /// @return empty while this machine has not been measured
    Optional<Forecast> of(AudioAsset mix, SeparateWish wish, List<String> stems) {
        return kitchen.separators().pace().flatMap(pace -> pace.of(load(wish.model(), stems, wish.device()))).map(figure -> {
            double seconds = (double) mix.frames() / mix.spec().sampleRate();
            SeparationSettings settings = SeparationSettings.DEFAULT.withShifts(wish.shifts(), 0);
            double perLane = (double) mix.frames() * mix.spec().channels() * Float.BYTES;
            // The mix at the model's rate, and segments while it runs; lanes and the cache's copies afterwards.
            double segments = perLane * stems.size() * Math.max(1, wish.shifts()) / (1 - settings.overlap());
            return new Forecast(
                    OptionalDouble.of(seconds),
                    OptionalDouble.of(RunMeter.seconds(figure, seconds, settings)),
                    (long) (perLane + segments),
                    (long) (2 * perLane * stems.size()),
                    Preflight.memory(Optional.of(figure)));
        });
    }

    /// @throws dev.unbraid.audio.NoRoomException with a sentence that says what is needed, what there is, and what to do
    void refuseWithoutRoom(AudioAsset mix, List<String> stems, String title) throws IOException {
        Path folder = Preflight.existing(kitchen.work());
        long lane = mix.frames() * mix.spec().channels() * Float.BYTES;
        DiskRoom.require(folder, lane * (1 + stems.size()), folder, "to separate %s".formatted(title));
    }
}
