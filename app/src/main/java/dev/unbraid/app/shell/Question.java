package dev.unbraid.app.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// A question on a sheet, with its answers.
final class Question {
    private final Sheet sheet;
    private final String title;
    private final String words;
    private final List<Button> answers = new ArrayList<>();
    private Runnable dismissed = () -> { };

    Question(Sheet sheet, String title, String words) {
        this.sheet = sheet;
        this.title = title;
        this.words = words;
    }

    /// The last one added is what is most likely wanted.
    Question answer(String text, Runnable consequence) {
        Button button = new Button(text);
        button.setOnAction(_ -> {
            sheet.hide();
            consequence.run();
        });
        answers.add(button);
        return this;
    }

    /// What happens if there is no answer.
    Question otherwise(Runnable consequence) {
        dismissed = consequence;
        return this;
    }

    void ask() {
        answers.getLast().getStyleClass().add("ub-primary");
        answers.getLast().setDefaultButton(true);
        sheet.show(card(), answers.getLast(), dismissed);
    }

    private Node card() {
        Label heading = new Label(title);
        heading.getStyleClass().add("ub-sheet-title");
        Label text = new Label(words);
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.getStyleClass().add("ub-dim");
        HBox buttons = new HBox(8);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        buttons.getChildren().addAll(answers);
        VBox card = new VBox(12, heading, text, buttons);
        card.getStyleClass().add("ub-question");
        return card;
    }
}
