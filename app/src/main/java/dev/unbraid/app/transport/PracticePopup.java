package dev.unbraid.app.transport;

import atlantafx.base.controls.Popover;
import dev.unbraid.app.controls.Segments;
import dev.unbraid.ui.Messages;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// What opens under the buttons for speed and pitch; both end with the count-in.
final class PracticePopup {
    private static final double WIDTH_PX = 264;

    private final Practice practice;
    private final Messages messages;
    private final Popover popover = new Popover();
    private final VBox content = new VBox(10);

    private PracticePopup(Practice practice, Messages messages) {
        this.practice = practice;
        this.messages = messages;
        content.setPadding(new Insets(14));
        content.setPrefWidth(WIDTH_PX);
        content.getStyleClass().add("ub-practice");
        popover.setContentNode(content);
        popover.setHeaderAlwaysVisible(false);
        popover.setDetachable(false);
        popover.setArrowLocation(Popover.ArrowLocation.TOP_CENTER);
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
        if (popover.isShowing()) {
            popover.hide();
        } else {
            popover.show(owner);
        }
    }

    private void addSpeed() {
        Slider slider = new Slider(Practice.SLOWEST_PERCENT, Practice.FASTEST_PERCENT, 100);
        slider.setBlockIncrement(5);
        slider.setAccessibleText(messages.text("speed"));
        slider.valueProperty().addListener((_, _, at) ->
                practice.speedPercentProperty().set(notched(at.doubleValue(), 100, 2)));
        Label value = value();
        practice.speedPercentProperty().subscribe(percent -> {
            slider.setValue(percent.intValue());
            value.setText(Practice.speedText(percent.intValue()));
        });
        HBox presets = new HBox(4);
        for (int percent : new int[] {50, 75, 90, 100, 125, 150}) {
            presets.getChildren().add(preset(String.valueOf(percent), () -> practice.speedPercentProperty().set(percent)));
        }
        Label keeps = new Label(messages.text("speed.keeps"));
        keeps.getStyleClass().addAll("ub-dim", "ub-small");
        content.getChildren().addAll(row(new Label(messages.text("speed")), value), slider, presets, keeps);
    }

    private void addPitch() {
        Slider semitones = new Slider(-12, 12, 0);
        semitones.setBlockIncrement(1);
        semitones.setMajorTickUnit(12);
        semitones.setShowTickMarks(true);
        semitones.setAccessibleText(messages.text("pitch.semitones"));
        Slider cents = new Slider(-50, 50, 0);
        cents.setBlockIncrement(5);
        cents.setAccessibleText(messages.text("pitch.cents"));
        Label value = value();
        semitones.valueProperty().addListener((_, _, at) -> setPitch(Math.toIntExact(Math.round(at.doubleValue())), cents));
        cents.valueProperty().addListener((_, _, _) -> setPitch(semitones(practice.pitchCentsProperty().get()), cents));
        practice.pitchCentsProperty().subscribe(pitch -> {
            semitones.setValue(semitones(pitch.intValue()));
            cents.setValue(pitch.intValue() - 100 * semitones(pitch.intValue()));
            value.setText(Practice.pitchText(pitch.intValue()));
        });
        HBox presets = new HBox(4);
        for (int step : new int[] {-12, -2, -1, 0, 1, 2, 12}) {
            String text = step == 0 ? "0" : Practice.pitchText(100 * step).replace(" st", "");
            presets.getChildren().add(preset(text, () -> practice.pitchCentsProperty().set(100 * step)));
        }
        content.getChildren().addAll(row(new Label(messages.text("pitch.semitones")), value), semitones, presets,
                new Label(messages.text("pitch.cents")), cents);
    }

    private void setPitch(int semitones, Slider cents) {
        int wanted = 100 * semitones + notched(cents.getValue(), 0, 2);
        practice.pitchCentsProperty().set(Math.clamp(wanted, -Practice.HIGHEST_CENTS, Practice.HIGHEST_CENTS));
    }

    static int semitones(int cents) {
        // To the nearer one, halves towards zero: +50 cents stay a fine tuning of the same note.
        return Math.toIntExact(Math.round(cents / 100.0 - 0.001 * Math.signum(cents)));
    }

    private static int notched(double at, int notch, int width) {
        int whole = Math.toIntExact(Math.round(at));
        return Math.abs(whole - notch) <= width ? notch : whole;
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
