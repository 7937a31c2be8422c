package dev.unbraid.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.unbraid.checkpoint.CheckpointStore;
import dev.unbraid.cli.Table.Align;
import dev.unbraid.engine.Engine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/// `unbraid models list`
@Command(name = "list", description = "Shows the installed models and those that can be installed by name.")
final class ModelsListCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Engine engine;

    @Option(names = "--json", description = "Prints one JSON object per line.")
    private boolean json;

    ModelsListCommand(Terminal terminal, Engine engine) {
        this.terminal = terminal;
        this.engine = engine;
    }

    @Override
    public Integer call() throws IOException {
        CheckpointStore store = engine.store();
        List<ListedModel> models = ListedModel.all(store, engine.catalog());
        if (json) {
            JsonLines lines = new JsonLines(terminal.out());
            models.forEach(model -> lines.write(event(model)));
        } else {
            print(models);
            terminal.out().println();
            terminal.out().println("Models lie in " + store.path());
        }
        return ExitCode.DONE.number();
    }

    private void print(List<ListedModel> models) {
        Table table = new Table(List.of(Align.LEFT, Align.LEFT, Align.RIGHT, Align.LEFT))
                .row("Model", "State", "Size", "Stems");
        models.forEach(model -> table.row(
                model.name(), model.state().word(), "%d MB".formatted(Math.round(model.bytes() / 1e6)),
                String.join(", ", model.stems())));
        table.lines().forEach(terminal.out()::println);
        models.stream()
                .filter(model -> !model.licence().isEmpty())
                .collect(Collectors.groupingBy(model -> firstSentence(model.licence())))
                .forEach((licence, of) -> {
                    terminal.out().println();
                    terminal.out().printf("Licence of %s: %s%n",
                            of.stream().map(ListedModel::name).collect(Collectors.joining(", ")), licence);
                });
    }

    private static String firstSentence(String text) {
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }

    private static JsonObject event(ListedModel model) {
        JsonArray stems = new JsonArray();
        model.stems().forEach(stems::add);
        JsonObject event = JsonLines.event("model");
        event.addProperty("name", model.name());
        event.addProperty("state", model.state().word());
        event.addProperty("bytes", model.bytes());
        event.add("stems", stems);
        event.addProperty("licence", model.licence());
        return event;
    }
}
