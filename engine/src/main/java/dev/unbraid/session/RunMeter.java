package dev.unbraid.session;

import dev.unbraid.separation.ModelBag;
import dev.unbraid.separation.ModelUnavailableException;
import dev.unbraid.separation.SegmentModel;
import dev.unbraid.separation.SeparationSettings;
import dev.unbraid.settings.MachineFigures;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.BooleanSupplier;

/// Measures how long the networks of one run take: on their thread, asked when the run is over.
final class RunMeter {
    private static final double NANOS_PER_SECOND = 1e9;

    private final long startedNanos = System.nanoTime();
    private long openNanos;
    private long networkNanos;
    private long lostNanos;
    private int segments;

    /// @return the same networks, which are measured when they open and run
    ModelBag of(ModelBag bag) {
        return bag.withMembers(bag.members().stream()
                .map(it -> new ModelBag.Member(it.segmentFrames(), it.weights(), () -> open(it)))
                .toList());
    }

    private SegmentModel open(ModelBag.Member member) throws ModelUnavailableException {
        long began = System.nanoTime();
        SegmentModel network = member.opener().open();
        openNanos += System.nanoTime() - began;
        return new Timed(network);
    }

    /// @param wanted       the stems that were computed
    /// @param soundSeconds how long the song is
    /// @return empty if the networks had nothing to do
    Optional<MachineFigures.Measured> measured(
            ModelBag bag, Collection<String> wanted, double soundSeconds, MachineFigures.Peaks peaks) {
        double otherNanos = System.nanoTime() - startedNanos - openNanos - networkNanos - lostNanos;
        return measured(bag, wanted, peaks, OptionalDouble.of(
                Math.max(0, otherNanos / NANOS_PER_SECOND / Math.max(1, soundSeconds))));
    }

    /// For a run that rested: what was not the networks' says nothing.
    Optional<MachineFigures.Measured> measuredNetworks(
            ModelBag bag, Collection<String> wanted, MachineFigures.Peaks peaks) {
        return measured(bag, wanted, peaks, OptionalDouble.empty());
    }

    private Optional<MachineFigures.Measured> measured(
            ModelBag bag, Collection<String> wanted, MachineFigures.Peaks peaks, OptionalDouble otherSeconds) {
        return segments == 0
                ? Optional.empty()
                : Optional.of(new MachineFigures.Measured(
                        openNanos / NANOS_PER_SECOND, networkNanos / NANOS_PER_SECOND / segments,
                        segmentsPerSecond(bag, wanted), otherSeconds, peaks));
    }

    /// Of all networks that are needed, without overlap and shifts.
    static double segmentsPerSecond(ModelBag bag, Collection<String> wanted) {
        return bag.needed(wanted).stream()
                .mapToDouble(member -> (double) bag.spec().sampleRate() / bag.members().get(member).segmentFrames())
                .sum();
    }

    /// How a run with these settings and this figure would go on, had it to compute everything.
    static double seconds(MachineFigures.Figure figure, double soundSeconds, SeparationSettings settings) {
        return figure.seconds(soundSeconds, settings.shifts(), settings.overlap());
    }

    private final class Timed extends ForwardedNetwork {
        Timed(SegmentModel network) {
            super(network);
        }

        @Override
        public Optional<List<float[]>> separateUnless(List<float[]> mixes, BooleanSupplier calledOff) {
            long began = System.nanoTime();
            Optional<List<float[]>> stems = super.separateUnless(mixes, calledOff);
            // Time for what was given up is neither the networks' nor what happens beside them.
            long nanos = System.nanoTime() - began;
            if (stems.isPresent()) {
                networkNanos += nanos;
                segments += mixes.size();
            } else {
                lostNanos += nanos;
            }
            return stems;
        }
    }
}
