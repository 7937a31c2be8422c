package dev.unbraid.app.problems;

import dev.unbraid.ui.Messages;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

/// What went wrong where it went wrong: the sentence, and the details for those who ask. Takes no room while there is
/// nothing to say.
public final class ProblemLine extends VBox {
    private static final int DETAIL_ROWS = 6;

    private final Messages messages;
    private final Label sentence = new Label();
    private final Hyperlink link = new Hyperlink();
    private final TextArea details = new TextArea();

    public ProblemLine(Locale locale) {
        messages = Messages.of("problems", locale);
        getStyleClass().add("ub-problem-line");
        sentence.setWrapText(true);
        sentence.setMinHeight(USE_PREF_SIZE);
        details.setEditable(false);
        details.setPrefRowCount(DETAIL_ROWS);
        details.setAccessibleText(messages.text("details"));
        link.setOnAction(_ -> showDetails(!details.isVisible()));
        getChildren().addAll(sentence, link, details);
        say(Optional.empty(), "");
    }

    public void show(Exception thrown) {
        Problem problem = Problem.of(thrown, messages);
        say(Optional.of(problem.sentence()), problem.details());
    }

    /// Shows what is no failure, or nothing.
    public void show(Optional<String> note) {
        say(note, "");
    }

    private void say(Optional<String> words, String more) {
        sentence.setText(words.orElse(""));
        details.setText(more);
        setVisible(words.isPresent());
        setManaged(words.isPresent());
        link.setVisible(!more.isEmpty());
        link.setManaged(!more.isEmpty());
        showDetails(false);
    }

    private void showDetails(boolean shown) {
        details.setVisible(shown);
        details.setManaged(shown);
        link.setText(messages.text(shown ? "details.hide" : "details"));
    }
}
