package dev.unbraid.app.transport;

import dev.unbraid.app.controls.DropPanel;
import dev.unbraid.app.controls.Fader;
import dev.unbraid.app.controls.NumberFader;
import dev.unbraid.app.controls.Segments;
import dev.unbraid.ui.Messages;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.Spinner;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What opens under the buttons for speed and pitch; both end with the count-in.
final class PracticePopup {
    private static final double WIDTH_PX = 264;
    private static final NumberFader.Scale SPEED_PERCENT = new NumberFader.Scale(50, 200, 1, 100);
    private static final NumberFader.Scale SEMITONES = new NumberFader.Scale(-12, 12, 1, 0);
    private static final NumberFader.Scale CENTS = new NumberFader.Scale(-50, 50, 1, 0);

    private final Practice practice;
    private final Messages messages;
    private final VBox content = new VBox(10);
    private final DropPanel panel = new DropPanel(content);

    private PracticePopup(Practice practice, Messages messages) {
        this.practice = practice;
        this.messages = messages;
        content.setPadding(new Insets(14));
        content.setPrefWidth(WIDTH_PX);
        content.getStyleClass().add("ub-practice");
    }

    static PracticePopup speed(Practice practice, Messages messages) {
        PracticePopup popup = new PracticePopup(practice, messages);
        popup.addSpeed();
        popup.addCountIn();
        return popup;
    }

    static PracticePopup pitch(Practice practice, Messages messages) {
        PracticePopup popup = new PracticePopup(practice, messages);
        popup.addPitch();
        popup.addCountIn();
        return popup;
    }

    void toggle(Node owner) {
        panel.toggle(owner, DropPanel.Side.BELOW_LEFT);
    }

    private void addSpeed() {
        Fader fader = NumberFader.of(practice.speedPercentProperty(), SPEED_PERCENT);
        fader.setAccessibleText(messages.text("speed"));
        Label value = value();
        practice.speedPercentProperty().subscribe(percent -> value.setText(Practice.speedText(percent.intValue())));
        HBox presets = new HBox(4);
        for (int percent : new int[] {50, 75, 90, 100, 125, 150}) {
            presets.getChildren().add(preset(String.valueOf(percent), () -> practice.speedPercentProperty().set(percent)));
        }
        Label keeps = new Label(messages.text("speed.keeps"));
        keeps.getStyleClass().addAll("ub-dim", "ub-small");
        content.getChildren().addAll(row(new Label(messages.text("speed")), value), fader, presets, keeps);
    }

    private void addPitch() {
        Fader semitones = NumberFader.of(practice.semitonesProperty(), SEMITONES);
        semitones.setAccessibleText(messages.text("pitch.semitones"));
        Fader cents = NumberFader.of(practice.centsProperty(), CENTS);
        cents.setAccessibleText(messages.text("pitch.cents"));
        Label value = value();
        Label fine = value();
        practice.semitonesProperty().subscribe(now -> value.setText(Practice.pitchText(100 * now.intValue())));
        practice.centsProperty().subscribe(now -> fine.setText(Practice.signed(now.intValue()) + " ct"));
        HBox presets = new HBox(4);
        for (int step : new int[] {-12, -2, -1, 0, 1, 2, 12}) {
            presets.getChildren().add(preset(Practice.signed(step), () -> practice.setPitch(step, 0)));
        }
        content.getChildren().addAll(row(new Label(messages.text("pitch.semitones")), value), semitones, presets,
                row(new Label(messages.text("pitch.cents")), fine), cents);
    }

    private void addCountIn() {
        Segments<Integer> beats = new Segments<>(practice.countInBeatsProperty().get(),
                chosen -> practice.countInBeatsProperty().set(chosen))
                .with(0, messages.text("countin.off"))
                .with(2, "2").with(3, "3").with(4, "4").with(8, "8");
        Spinner<Integer> tempo = new Spinner<>(30, 300, (int) practice.beatsPerMinuteProperty().get());
        tempo.setEditable(true);
        tempo.setPrefWidth(86);
        tempo.setAccessibleText(messages.text("countin.tempo"));
        tempo.valueProperty().addListener((_, _, now) -> practice.beatsPerMinuteProperty().set(now));
        practice.countInBeatsProperty().subscribe(now -> {
            beats.valueProperty().set(now.intValue());
            tempo.setDisable(now.intValue() == 0);
        });
        practice.beatsPerMinuteProperty().subscribe(now -> tempo.getValueFactory().setValue(now.intValue()));
        Label unit = new Label(messages.text("countin.bpm"));
        unit.getStyleClass().add("ub-dim");
        HBox speed = new HBox(6, tempo, unit);
        speed.setAlignment(Pos.CENTER_LEFT);
        content.getChildren().addAll(new Separator(), row(new Label(messages.text("countin")), new Region()), beats, speed);
    }

    private static Label value() {
        Label value = new Label();
        value.getStyleClass().addAll("ub-number", "ub-dim");
        return value;
    }

    private static HBox row(Node left, Node right) {
        Region between = new Region();
        HBox.setHgrow(between, Priority.ALWAYS);
        return new HBox(left, between, right);
    }

    private static Button preset(String text, Runnable action) {
        Button button = new Button(text);
        button.getStyleClass().addAll("ub-preset", "ub-number");
        button.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(button, Priority.ALWAYS);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
