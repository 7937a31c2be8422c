package dev.unbraid.app.shell;

import dev.unbraid.app.problems.Problem;
import dev.unbraid.app.problems.Problems;
import dev.unbraid.ui.Messages;

import java.util.List;

/// Keys, reports, versions.
final class HelpCommands {
    private final Messages messages;
    private final Problems problems;
    private final Report report;
    private final Sheet sheet;
    private final Runnable showKeys;

    /// @param showKeys shows which key does what
    HelpCommands(Messages messages, Problems problems, Report report, Sheet sheet, Runnable showKeys) {
        this.messages = messages;
        this.problems = problems;
        this.report = report;
        this.sheet = sheet;
        this.showKeys = showKeys;
    }

    List<Command> list() {
        return new CommandList(Command.Group.HELP)
                .add("keys", "'?' F1", showKeys)
                .add("report", "", this::reportProblem)
                .add("about", "", this::about)
                .commands();
    }

    private void reportProblem() {
        report.copy();
        problems.tell(Problem.note(messages.text("report.copied")));
    }

    private void about() {
        new Question(sheet, messages.text("about.title"),
                messages.text("about.words") + "\n\n" + String.join("\n", report.versions()))
                .answer(messages.text("command.report"), this::reportProblem)
                .answer(messages.text("about.close"), () -> { })
                .ask();
    }
}
