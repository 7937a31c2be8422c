package dev.unbraid.cli;

import dev.unbraid.cli.Table.Align;
import dev.unbraid.compute.ComputeDevice;
import dev.unbraid.compute.Footing;
import dev.unbraid.compute.Precision;
import dev.unbraid.compute.PrecisionChoice;
import dev.unbraid.compute.ProductRate;
import dev.unbraid.engine.Benchmark;
import dev.unbraid.settings.Processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/// A benchmark's result for people.
///
/// @param ownBytes    the most memory that this process has held
/// @param workerBytes the same of the process that runs the network
record BenchText(
        Processor processor, BenchResult result, OptionalLong ownBytes, OptionalLong workerBytes, KnownMachines known) {
    List<String> lines() {
        Table facts = new Table(List.of(Align.LEFT, Align.LEFT))
                .row("Processor", processorLine())
                .row("Cores", cores())
                .row("Network", network())
                .row("Runs on", runsOn(result.footing()))
                .row("", why())
                .row("A segment", segment())
                .row("Real time", String.format(Locale.ROOT, "%.2f seconds of sound a second, at the usual overlap of 0.25", result.realTimeFactor()))
                .row("Memory", memory())
                .row("Floor", String.format(Locale.ROOT, "%s s, %.0f %% of a segment's time, if it were matrix products alone:",
                        seconds(result.floorSeconds()), 100 * result.floorShare()))
                .row("", arithmetic());
        List<String> lines = new ArrayList<>(facts.lines());
        if (!result.times().isSteady()) {
            lines.add("The rounds are far apart: something else was at work. Quote nothing of this; run it again in quiet.");
        }
        lines.add("");
        lines.addAll(comparison());
        return List.copyOf(lines);
    }

    private String processorLine() {
        return processor.units().isEmpty()
                ? processor.name() : "%s (%s)".formatted(processor.name(), String.join(", ", processor.units()));
    }

    private String cores() {
        String cores = processor.cores().isPresent()
                ? counted(processor.cores().getAsInt(), "physical core") : "unknown number of physical cores";
        String quota = processor.quota().isPresent()
                ? String.format(Locale.ROOT, ", the time of %.1f by its container's limit", processor.quota().getAsDouble()) : "";
        return "%s; this program may use %s%s".formatted(cores, counted(processor.available(), "processor"), quota);
    }

    private String network() {
        Benchmark.Subject subject = result.subject();
        String weights = switch (subject.weights()) {
            case INSTALLED -> "";
            case SEEDED -> " in shape, with random weights, which take as long: it is not installed";
        };
        String bag = subject.networks() == 1
                ? "" : ", a bag of %d networks; the times are of one".formatted(subject.networks());
        return subject.model() + weights + bag;
    }

    private static String runsOn(Footing footing) {
        return runsOn(footing.device().toString(), footing.precision().toString(), footing.threads());
    }

    static String runsOn(String device, String precision, int threads) {
        return "%s, %s, %s".formatted(device, precision, counted(threads, "thread"));
    }

    /// Why it is this precision.
    private String why() {
        Precision chosen = result.footing().precision();
        return switch (result.asked().precision()) {
            case PrecisionChoice.Exactly _ -> "%s as asked".formatted(chosen);
            case PrecisionChoice.Auto _ -> switch (result.footing().device()) {
                case ComputeDevice.Cuda _ -> "%s: what auto takes on a GPU".formatted(chosen);
                case ComputeDevice.Cpu _ -> String.format(Locale.ROOT,
                        "%s by auto: a probe found products in bfloat16 %s than %.1f times as fast as in float32 (now %.1f)",
                        chosen, chosen == Precision.BFLOAT16 ? "more" : "less", ProductRate.GAIN_WORTH_IT,
                        result.rate(Precision.BFLOAT16) / result.rate(Precision.FLOAT32));
            };
        };
    }

    private String segment() {
        RoundTimes times = result.times();
        String many = result.batch() == 1 ? "" : ", %s at once".formatted(counted(result.batch(), "segment"));
        return "%s s (median; %s to %s in %s after two to warm up%s)".formatted(seconds(times.median()), seconds(times.least()),
                seconds(times.most()), counted(times.seconds().size(), "round"), many);
    }

    /// Three figures, on a GPU too.
    private static String seconds(double seconds) {
        return String.format(Locale.ROOT, seconds < 0.1 ? "%.4f" : "%.2f", seconds);
    }

    private String memory() {
        if (ownBytes.isEmpty() || workerBytes.isEmpty()) {
            return "this system does not tell";
        }
        return String.format(Locale.ROOT, "%.0f MB at most: %.0f this program, %.0f its worker", (ownBytes.getAsLong() + workerBytes.getAsLong()) / 1e6,
                ownBytes.getAsLong() / 1e6, workerBytes.getAsLong() / 1e6);
    }

    private String arithmetic() {
        double all = result.subject().cost().flop();
        double chosen = result.subject().cost().choosableFlop();
        Precision precision = result.footing().precision();
        if (precision == Precision.FLOAT32) {
            return String.format(Locale.ROOT, "%.1f GFLOP at %s in float32", all / 1e9, rate(precision));
        }
        return String.format(Locale.ROOT, "%.1f GFLOP at %s in %s, %.1f at %s in float32", chosen / 1e9, rate(precision), precision,
                (all - chosen) / 1e9, rate(Precision.FLOAT32));
    }

    private String rate(Precision precision) {
        double rate = result.rate(precision);
        return rate < 1e12 ? String.format(Locale.ROOT, "%.0f GFLOP/s", rate / 1e9) : String.format(Locale.ROOT, "%.2f TFLOP/s", rate / 1e12);
    }

    private List<String> comparison() {
        if (!known.compareWith(result.subject().cost().flop())) {
            return List.of("The stored figures of other machines are of htdemucs; this network costs otherwise.");
        }
        Table table = new Table(List.of(Align.LEFT, Align.LEFT, Align.RIGHT, Align.LEFT))
                .row("Machine", "Runs on", "s a segment", "Measured");
        table.row("this one", runsOn(result.footing()), seconds(result.times().median()), "now");
        known.figures().forEach(it -> table.row(it.machine(), it.runsOn(), seconds(it.seconds()), it.measured()));
        List<String> lines = new ArrayList<>(table.lines());
        lines.add("");
        lines.add("To have yours listed, run `unbraid bench --json` while nothing else runs, and send the project its last line");
        lines.add("as an issue, with a few words on what machine it is.");
        return lines;
    }

    private static String counted(int count, String what) {
        return "%d %s%s".formatted(count, what, count == 1 ? "" : "s");
    }
}
