package dev.unbraid.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.unbraid.cli.Table.Align;

import java.util.List;

/// What became of one of several files.
///
/// @param remark a clause or sentence for the user
record FileOutcome(String file, ExitCode code, String remark) {
    static ExitCode worst(List<FileOutcome> outcomes) {
        return ExitCode.worst(outcomes.stream().map(FileOutcome::code).toList());
    }

    static List<String> lines(List<FileOutcome> outcomes) {
        Table table = new Table(List.of(Align.LEFT, Align.RIGHT, Align.LEFT)).row("File", "Code", "Outcome");
        outcomes.forEach(outcome ->
                table.row(outcome.file(), Integer.toString(outcome.code().number()), outcome.remark()));
        return table.lines();
    }

    static JsonObject event(List<FileOutcome> outcomes) {
        JsonArray files = new JsonArray();
        for (FileOutcome outcome : outcomes) {
            JsonObject file = new JsonObject();
            file.addProperty("file", outcome.file());
            file.addProperty("exitCode", outcome.code().number());
            file.addProperty("outcome", outcome.remark());
            files.add(file);
        }
        JsonObject event = JsonLines.event("summary");
        event.addProperty("exitCode", worst(outcomes).number());
        event.add("files", files);
        return event;
    }
}
