package dev.unbraid.settings;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// How fast networks run on this machine, and how much memory they take, as it was measured.
///
/// @param figures the last measured first; of more than 64 the oldest are left out
public record MachineFigures(List<Figure> figures) {
    public static final MachineFigures NONE = new MachineFigures(List.of());
    private static final int MOST = 64;

    /// What a figure was measured of.
    ///
    /// @param stems  that were wanted: a bag may leave out networks that have no share in them
    /// @param device as it was asked for: auto, cpu, cuda:0 …
    public record Load(String model, List<String> stems, String device, int threads) {
        public Load {
            Objects.requireNonNull(model);
            Objects.requireNonNull(device);
            stems = stems.stream().sorted().toList();
        }

        /// Whether the other runs the same networks, but perhaps more or fewer of them.
        boolean isLike(Load other) {
            return model.equals(other.model) && device.equals(other.device) && threads == other.threads;
        }
    }

    /// What one run says.
    ///
    /// @param openSeconds       until the networks were ready
    /// @param segmentSeconds    of a network for one segment
    /// @param segmentsPerSecond of sound, had they not overlapped and been computed once
    /// @param otherSeconds      for all but the networks, for a second of sound
    /// @param peaks             of memory
    public record Measured(
            double openSeconds, double segmentSeconds, double segmentsPerSecond, OptionalDouble otherSeconds,
            Peaks peaks) {}

    /// The most bytes that processes have held.
    ///
    /// @param network of the process that ran the networks
    /// @param own     of the one that asked it; empty if that does other things, too
    public record Peaks(OptionalLong network, OptionalLong own) {}

    /// As [Measured], of all runs together; 0 where nobody knows.
    ///
    /// @param peakBytes    of the process that ran the networks
    /// @param ownPeakBytes of the one that asked it
    public record Figure(
            Load load, double openSeconds, double segmentSeconds, double segmentsPerSecond, double otherSeconds,
            long peakBytes, long ownPeakBytes) {
        public Figure {
            // A file that lacks it is no file of ours.
            Objects.requireNonNull(load);
            for (double value : new double[] {openSeconds, segmentSeconds, segmentsPerSecond, otherSeconds, peakBytes, ownPeakBytes}) {
                if (!(value >= 0 && Double.isFinite(value))) {
                    throw new IllegalArgumentException("%s: %s".formatted(load, value));
                }
            }
        }

        /// @param soundSeconds how long the song is
        /// @param shifts       how often it is separated and averaged; 0 is once
        /// @param overlap      of the segments, 0 to below 1
        public double seconds(double soundSeconds, int shifts, double overlap) {
            double segments = Math.ceil(soundSeconds * segmentsPerSecond / (1 - overlap)) * Math.max(1, shifts);
            return openSeconds + segments * segmentSeconds + soundSeconds * otherSeconds;
        }

        // What else the machine did differs from run to run, so the last counts half.
        private Figure with(Measured now) {
            return new Figure(
                    load,
                    mean(openSeconds, now.openSeconds()),
                    mean(segmentSeconds, now.segmentSeconds()),
                    now.segmentsPerSecond(),
                    now.otherSeconds().isPresent() ? mean(otherSeconds, now.otherSeconds().getAsDouble()) : otherSeconds,
                    Math.max(now.peaks().network().orElse(0), peakBytes),
                    Math.max(now.peaks().own().orElse(0), ownPeakBytes));
        }

        private static double mean(double before, double now) {
            return before > 0 ? (before + now) / 2 : now;
        }
    }

    public MachineFigures {
        figures = List.copyOf(figures.subList(0, Math.min(MOST, figures.size())));
    }

    /// Of this load, or else of the same networks for other stems.
    public Optional<Figure> of(Load load) {
        return exactly(load).or(() -> figures.stream().filter(it -> it.load().isLike(load)).findFirst());
    }

    /// What memory the load takes, measured with however many threads; the most that was.
    public Optional<Figure> ofMemory(Load load) {
        return exactly(load).filter(it -> it.peakBytes() > 0).or(() -> figures.stream()
                .filter(it -> it.load().model().equals(load.model()) && it.load().device().equals(load.device()))
                .filter(it -> it.peakBytes() > 0)
                .max(Comparator.comparingLong(Figure::peakBytes)));
    }

    private Optional<Figure> exactly(Load load) {
        return figures.stream().filter(it -> it.load().equals(load)).findFirst();
    }

    /// @throws IllegalArgumentException if it cannot have been measured
    public MachineFigures with(Load load, Measured now) {
        Figure figure = exactly(load).orElse(new Figure(load, 0, 0, 0, 0, 0, 0)).with(now);
        return new MachineFigures(Stream.concat(
                        Stream.of(figure), figures.stream().filter(it -> !it.load().equals(load)))
                .toList());
    }
}
