package dev.unbraid.app.separate;

import dev.unbraid.app.controls.Tip;
import dev.unbraid.app.fx.Background;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.session.SeparationDevice;

import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/// Says in few words which processor separations will run on.
public final class DeviceLabel extends HBox {
    private static final PseudoClass MISSING = PseudoClass.getPseudoClass("missing");

    private static final Duration AFTER_OPENING = Duration.seconds(2);

    private final SeparationChoices choices;
    private final SeparateWords words;
    private final Label text = new Label();

    public DeviceLabel(Desk desk) {
        choices = new SeparationChoices(desk.settings(), desk.session().session().separators(), new Background());
        words = new SeparateWords(desk.locale());
        Region dot = new Region();
        dot.getStyleClass().add("ub-device-dot");
        text.getStyleClass().add("ub-dim");
        getStyleClass().add("ub-device");
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(dot, text);
        choices.catalogueProperty().addListener((_, _, _) -> show());
        choices.settingsProperty().addListener((_, _, _) -> show());
        // Asking the drivers takes seconds of a processor that the window needs to open.
        PauseTransition later = new PauseTransition(AFTER_OPENING);
        later.setOnFinished(_ -> choices.refreshDevices());
        later.play();
        show();
    }

    private void show() {
        Optional<SeparationDevice> device = choices.device();
        boolean asked = !choices.catalogueProperty().get().devices().isEmpty();
        setVisible(asked);
        pseudoClassStateChanged(MISSING, asked && device.isEmpty());
        String wanted = choices.remembered().device();
        text.setText(device.map(words::device).orElseGet(() -> words.text("device.missing", wanted)));
        Tip.on(text, device.isPresent()
                ? words.text("device.tooltip", device.get().description()) : words.text("device.missing.tooltip", wanted));
        text.setAccessibleText(words.text("device.accessible", text.getText()));
    }
}
