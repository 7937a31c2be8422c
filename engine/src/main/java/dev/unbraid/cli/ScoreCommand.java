package dev.unbraid.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.unbraid.cli.Table.Align;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.function.Function;

/// `unbraid score`
@Command(name = "score", description = "Compares stems with the true ones: SDR and SI-SDR, in dB.")
final class ScoreCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--estimate", paramLabel = "DIR", required = true, description = "The folder of the separated stems.")
    private Path estimate = Path.of("");

    @Option(names = "--reference", paramLabel = "DIR", required = true, description = "The folder of the true stems.")
    private Path reference = Path.of("");

    @Option(names = "--per-second", description = "Prints the scores of each second, too; JSON always holds them.")
    private boolean perSecond;

    @Option(names = "--json", description = "Prints one JSON object per stem.")
    private boolean json;

    ScoreCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Exception {
        List<Score> scores = new ArrayList<>();
        for (ScorePairs.Pair pair : ScorePairs.of(estimate, reference)) {
            scores.add(Score.of(pair));
        }
        OptionalDouble sdr = mean(scores, Score::sdr);
        OptionalDouble siSdr = mean(scores, Score::siSdr);
        if (json) {
            JsonLines lines = new JsonLines(terminal.out());
            scores.forEach(score -> lines.write(event(score)));
            lines.write(event("mean", sdr, siSdr));
        } else {
            Table table = new Table(List.of(Align.LEFT, Align.RIGHT, Align.RIGHT)).row("Stem", "SDR", "SI-SDR");
            scores.forEach(score -> table.row(score.stem(), decibels(score.sdr()), decibels(score.siSdr())));
            table.row("mean", decibels(sdr), decibels(siSdr));
            table.lines().forEach(terminal.out()::println);
            if (perSecond) {
                scores.forEach(this::printSeconds);
            }
        }
        return ExitCode.DONE.number();
    }

    private void printSeconds(Score score) {
        Table table = new Table(List.of(Align.RIGHT, Align.RIGHT, Align.RIGHT)).row("Second", "SDR", "SI-SDR");
        for (int second = 0; second < score.seconds().sdr().size(); second++) {
            table.row(
                    Integer.toString(second),
                    decibels(score.seconds().sdr().get(second)),
                    decibels(score.seconds().siSdr().get(second)));
        }
        terminal.out().printf("%n%s%n", score.stem());
        table.lines().forEach(terminal.out()::println);
    }

    /// Over the stems whose true one is not silent.
    private static OptionalDouble mean(List<Score> scores, Function<Score, OptionalDouble> of) {
        return scores.stream().map(of).flatMapToDouble(OptionalDouble::stream).average();
    }

    private static JsonObject event(Score score) {
        JsonObject event = event("score", score.sdr(), score.siSdr());
        event.addProperty("stem", score.stem());
        event.add("sdrPerSecond", array(score.seconds().sdr()));
        event.add("siSdrPerSecond", array(score.seconds().siSdr()));
        return event;
    }

    private static JsonObject event(String name, OptionalDouble sdr, OptionalDouble siSdr) {
        JsonObject event = JsonLines.event(name);
        JsonLines.addNumber(event, "sdr", sdr.orElse(Double.NaN));
        JsonLines.addNumber(event, "siSdr", siSdr.orElse(Double.NaN));
        return event;
    }

    private static JsonArray array(List<OptionalDouble> values) {
        JsonArray array = new JsonArray();
        for (OptionalDouble value : values) {
            double number = value.orElse(Double.NaN);
            array.add(Double.isFinite(number) ? (Double) number : null);
        }
        return array;
    }

    private static String decibels(OptionalDouble value) {
        return value.isEmpty() ? "silent" : String.format(Locale.ROOT, "%.2f", value.getAsDouble()).replace("Infinity", "inf");
    }
}
