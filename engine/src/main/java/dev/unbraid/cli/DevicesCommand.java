package dev.unbraid.cli;

import com.google.gson.JsonObject;
import dev.unbraid.cli.Table.Align;
import dev.unbraid.compute.DeviceReport;
import dev.unbraid.compute.DeviceReport.Usability;
import dev.unbraid.engine.Engine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.util.List;
import java.util.concurrent.Callable;

/// `unbraid devices`
@Command(name = "devices", description = "Shows what can run the network here, and why the others cannot.")
final class DevicesCommand implements Callable<Integer> {
    private final Terminal terminal;
    private final Engine engine;

    @Option(names = "--json", description = "Prints one JSON object per line.")
    private boolean json;

    DevicesCommand(Terminal terminal, Engine engine) {
        this.terminal = terminal;
        this.engine = engine;
    }

    @Override
    public Integer call() throws Exception {
        Unpacking.announce(engine, json ? new QuietVoice(terminal) : new TextVoice(terminal, ProgressDisplay.on(terminal)));
        List<DeviceReport> reports = engine.devices();
        if (json) {
            JsonLines lines = new JsonLines(terminal.out());
            reports.forEach(report -> lines.write(event(report)));
        } else {
            Table table = new Table(List.of(Align.LEFT, Align.LEFT, Align.LEFT)).row("Device", "Usable", "Remark");
            reports.forEach(report -> table.row(report.name(), isUsable(report) ? "yes" : "no", report.advice()));
            table.lines().forEach(terminal.out()::println);
        }
        return ExitCode.DONE.number();
    }

    private static JsonObject event(DeviceReport report) {
        JsonObject event = JsonLines.event("device");
        event.addProperty("name", report.name());
        event.addProperty("usable", isUsable(report));
        event.addProperty("remark", report.advice());
        return event;
    }

    private static boolean isUsable(DeviceReport report) {
        return report.usable() == Usability.USABLE;
    }
}
