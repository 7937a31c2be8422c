package dev.unbraid.app.separate;

import dev.unbraid.app.controls.Tip;
import dev.unbraid.session.JobState;
import dev.unbraid.session.SeparationDevice;
import dev.unbraid.session.SeparationDevice.Use;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A device that is here and cannot be used: why, and what helps.
final class IdleDevice extends VBox {
    IdleDevice(SeparationDevice device, DeviceInstallation installation, SeparateWords words) {
        getStyleClass().add("ub-idle-device");
        Label why = new Label(device.description());
        why.setWrapText(true);
        why.getStyleClass().addAll("ub-dim", "ub-small");
        getChildren().add(why);
        switch (device.use()) {
            case Use.Possible _, Use.Impossible _ -> { }
            case Use.OnceInstalled(long bytes, String licence) ->
                getChildren().add(way(installation.stateProperty().get(), words, () -> {
                    Button install = button(words.text("device.install", words.size(bytes)), () -> installation.install(device));
                    Tip.on(install, licence);
                    return install;
                }, () -> button(words.text("install.cancel"), installation::stop)));
        }
    }

    private interface Control {
        Button make();
    }

    private static HBox way(Optional<JobState> state, SeparateWords words, Control install, Control cancel) {
        HBox way = new HBox();
        way.setAlignment(Pos.CENTER_LEFT);
        way.getStyleClass().add("ub-buttons");
        if (state.isEmpty()) {
            way.getChildren().add(install.make());
        } else {
            Label progress = new Label(words.progress(state.get()));
            progress.getStyleClass().addAll("ub-dim", "ub-number");
            way.getChildren().addAll(cancel.make(), progress);
        }
        return way;
    }

    private static Button button(String text, Runnable action) {
        Button button = new Button(text);
        button.setOnAction(_ -> action.run());
        return button;
    }
}
