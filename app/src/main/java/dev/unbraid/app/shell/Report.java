package dev.unbraid.app.shell;

import dev.unbraid.app.problems.Problem;
import dev.unbraid.app.problems.Problems;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/// What a person who mends Unbraid wants to know: versions, and the last thing that went wrong. Goes to the clipboard,
/// nowhere else.
final class Report {
    private final List<String> versions;
    private final Problems problems;

    /// @param versions of Unbraid and what it stands on, a line each
    Report(List<String> versions, Problems problems) {
        this.versions = List.copyOf(versions);
        this.problems = problems;
    }

    List<String> versions() {
        return versions;
    }

    String text() {
        Stream<String> last = problems.last().stream().flatMap(Report::lines);
        return Stream.concat(versions.stream(), last).collect(Collectors.joining("\n"));
    }

    void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(text());
        Clipboard.getSystemClipboard().setContent(content);
    }

    private static Stream<String> lines(Problem problem) {
        return Stream.of("", problem.sentence(), problem.details());
    }
}
