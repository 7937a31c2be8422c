package dev.unbraid.app.problems;

import dev.unbraid.app.controls.Tip;
import dev.unbraid.ui.Messages;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The problems as quiet cards that wait to be put away and stop nobody.
public final class ProblemCards extends VBox {
    private final Problems problems;
    private final Messages messages;

    public ProblemCards(Problems problems) {
        this.problems = problems;
        this.messages = problems.messages();
        getStyleClass().add("ub-problems");
        setAlignment(Pos.BOTTOM_RIGHT);
        setPickOnBounds(false);
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        problems.shown().addListener((ListChangeListener<Problems.Occurrence>) _ -> show());
        show();
    }

    private void show() {
        getChildren().setAll(problems.shown().stream().map(this::card).toList());
    }

    private Node card(Problems.Occurrence occurrence) {
        Problem problem = occurrence.problem();
        String words = occurrence.times() == 1
                ? problem.sentence()
                : messages.text("times", problem.sentence(), occurrence.times());
        Label sentence = new Label(words);
        sentence.setWrapText(true);
        sentence.setMinHeight(Region.USE_PREF_SIZE);
        VBox text = new VBox(sentence);
        text.getStyleClass().add("ub-problem-text");
        if (!problem.details().isEmpty()) {
            text.getChildren().add(copyButton(problem));
        }
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox card = new HBox(icon(problem), text, closeButton(occurrence));
        card.getStyleClass().add("ub-problem");
        card.setAccessibleText(words);
        return card;
    }

    private static Node icon(Problem problem) {
        FontIcon icon = new FontIcon(switch (problem.severity()) {
            case NOTE -> MaterialDesignI.INFORMATION_OUTLINE;
            case FAILURE, FAULT -> MaterialDesignA.ALERT_CIRCLE_OUTLINE;
        });
        icon.getStyleClass().add(switch (problem.severity()) {
            case NOTE -> "ub-problem-note";
            case FAILURE, FAULT -> "ub-problem-failure";
        });
        return icon;
    }

    private Button copyButton(Problem problem) {
        Button copy = new Button(messages.text("copy"));
        copy.getStyleClass().add("ub-link");
        copy.setOnAction(_ -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(problem.sentence() + "\n\n" + problem.details());
            Clipboard.getSystemClipboard().setContent(content);
            copy.setText(messages.text("copied"));
        });
        return copy;
    }

    private Button closeButton(Problems.Occurrence occurrence) {
        Button close = new Button("", new FontIcon(MaterialDesignC.CLOSE));
        close.getStyleClass().addAll("ub-icon-button", "ub-quiet");
        close.setAccessibleText(messages.text("close"));
        Tip.on(close, messages.text("close"));
        close.setOnAction(_ -> problems.putAway(occurrence));
        return close;
    }
}
