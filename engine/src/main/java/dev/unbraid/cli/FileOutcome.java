package dev.unbraid.cli;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.unbraid.cli.Table.Align;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What became of one of several files.
///
/// @param remark a clause or sentence for the user
record FileOutcome(String file, How how, ExitCode code, String remark) {
    /// Whether its stems are there, and if not, why.
    enum How {
        DONE, SKIPPED, FAILED, CANCELLED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static FileOutcome done(String file, String remark) {
        return new FileOutcome(file, How.DONE, ExitCode.DONE, remark);
    }

    static FileOutcome skipped(String file) {
        return new FileOutcome(file, How.SKIPPED, ExitCode.DONE, "skipped, its stems exist");
    }

    static FileOutcome failed(String file, Failure failure) {
        return new FileOutcome(file, How.FAILED, failure.code(), failure.sentence());
    }

    static FileOutcome cancelled(String file, String remark) {
        return new FileOutcome(file, How.CANCELLED, ExitCode.CANCELLED, remark);
    }

    static FileOutcome untouched(String file) {
        return cancelled(file, "cancelled before it began");
    }

    /// Whether another try may end otherwise.
    boolean mayPass() {
        return how == How.FAILED && code.mayPass();
    }

    static ExitCode worst(List<FileOutcome> outcomes) {
        return ExitCode.worst(outcomes.stream().map(FileOutcome::code).toList());
    }

    /// A table, and how many became what.
    static List<String> lines(List<FileOutcome> outcomes) {
        Table table = new Table(List.of(Align.LEFT, Align.RIGHT, Align.LEFT)).row("File", "Code", "Outcome");
        outcomes.forEach(outcome ->
                table.row(outcome.file(), Integer.toString(outcome.code().number()), outcome.remark()));
        List<String> lines = new ArrayList<>(table.lines());
        lines.add("%d files: %d done, %d skipped, %d failed%s".formatted(outcomes.size(), count(outcomes, How.DONE),
                count(outcomes, How.SKIPPED), count(outcomes, How.FAILED), left(outcomes)));
        return lines;
    }

    private static String left(List<FileOutcome> outcomes) {
        long left = count(outcomes, How.CANCELLED);
        return left == 0 ? "." : ", %d left; the same command with --skip-existing goes on with those.".formatted(left);
    }

    private static long count(List<FileOutcome> outcomes, How how) {
        return outcomes.stream().filter(it -> it.how() == how).count();
    }

    static JsonObject event(List<FileOutcome> outcomes) {
        JsonArray files = new JsonArray();
        for (FileOutcome outcome : outcomes) {
            JsonObject file = new JsonObject();
            file.addProperty("file", outcome.file());
            file.addProperty("state", outcome.how().word());
            file.addProperty("exitCode", outcome.code().number());
            file.addProperty("outcome", outcome.remark());
            files.add(file);
        }
        JsonObject event = JsonLines.event("summary");
        event.addProperty("exitCode", worst(outcomes).number());
        for (How how : How.values()) {
            event.addProperty(how.word(), count(outcomes, how));
        }
        event.add("files", files);
        return event;
    }
}
