package dev.unbraid.session;

import dev.unbraid.audio.Decibels;
import dev.unbraid.audio.FrameRange;
import dev.unbraid.separation.MixTape;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;

/// What one reading of all tapes of a job tells: whether the stems add up to the mix, and how loud each of them gets.
///
/// @param mix   energy of the mix
/// @param rest  energy of what is left when all stems are taken from it
/// @param peaks of the stems by their names, linear
record TapeSurvey(double mix, double rest, Map<String, Double> peaks) {
    private static final int BLOCK = 1 << 14;

    TapeSurvey {
        peaks = Map.copyOf(peaks);
    }

    /// @param cancelled asked often, on several threads; the survey is then of no use
    static TapeSurvey of(Tapes tapes, BooleanSupplier cancelled) throws IOException {
        long frames = tapes.mix().frames();
        long middle = frames / 2;
        return SideBySide.each(List.of(new FrameRange(0, middle), new FrameRange(middle, frames)),
                        half -> of(tapes, half, cancelled))
                .stream().reduce(TapeSurvey::with).orElseThrow();
    }

    private static TapeSurvey of(Tapes tapes, FrameRange range, BooleanSupplier cancelled) throws IOException {
        MeteredTape mix = new MeteredTape(tapes.mixTape());
        Map<String, MeteredTape> stems = new LinkedHashMap<>();
        tapes.stemNames().forEach(stem -> stems.put(stem, new MeteredTape(tapes.stem(stem))));
        MeteredTape rest = new MeteredTape(new Leftover(mix, List.<MixTape>copyOf(stems.values())));
        float[][] planes = new float[tapes.mix().channels()][BLOCK];
        for (long at = range.start(); at < range.end() && !cancelled.getAsBoolean(); at += BLOCK) {
            rest.read(at, planes, 0, (int) Math.min(BLOCK, range.end() - at));
        }
        Map<String, Double> peaks = new LinkedHashMap<>();
        stems.forEach((stem, tape) -> peaks.put(stem, tape.peak()));
        return new TapeSurvey(mix.energy(), rest.energy(), peaks);
    }

    private TapeSurvey with(TapeSurvey other) {
        Map<String, Double> higher = new LinkedHashMap<>(peaks);
        other.peaks.forEach((stem, peak) -> higher.merge(stem, peak, Math::max));
        return new TapeSurvey(mix + other.mix, rest + other.rest, higher);
    }

    /// Energy of the rest against the mix in dB; empty for a silent mix.
    OptionalDouble residualDb() {
        return mix == 0 ? OptionalDouble.empty() : OptionalDouble.of(Decibels.ofPower(rest / mix));
    }

    double peak(String stem) {
        return Objects.requireNonNull(peaks.get(stem));
    }
}
