package dev.unbraid.app.separate;

import dev.unbraid.app.controls.Tip;
import dev.unbraid.session.JobState;
import dev.unbraid.session.SeparationDevice;
import dev.unbraid.session.SeparationDevice.Use;

import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// A device that is here and cannot be used: why, and what helps.
final class IdleDevice extends VBox {
    private final DeviceInstallation installation;
    private final SeparateWords words;
    private final Button install = new Button();
    private final Button cancel = new Button();
    private final Label progress = new Label();

    IdleDevice(SeparationDevice device, DeviceInstallation installation, SeparateWords words) {
        this.installation = installation;
        this.words = words;
        getStyleClass().add("ub-idle-device");
        Label why = new Label(device.description());
        why.setWrapText(true);
        why.getStyleClass().addAll("ub-dim", "ub-small");
        getChildren().add(why);
        switch (device.use()) {
            case Use.Possible _, Use.Impossible _ -> { }
            case Use.OnceInstalled(long bytes, String licence) -> {
                install.setText(words.text("device.install", words.size(bytes)));
                install.setOnAction(_ -> installation.install(device));
                Tip.on(install, licence);
                getChildren().add(way());
                show();
            }
        }
    }

    private HBox way() {
        cancel.setText(words.text("install.cancel"));
        cancel.setOnAction(_ -> installation.stop());
        progress.getStyleClass().addAll("ub-dim", "ub-number");
        HBox way = new HBox(install, cancel, progress);
        way.setAlignment(Pos.CENTER_LEFT);
        way.getStyleClass().add("ub-buttons");
        return way;
    }

    /// How far the installation is.
    void show() {
        Optional<JobState> state = installation.stateProperty().get();
        present(install, state.isEmpty());
        present(cancel, state.isPresent());
        present(progress, state.isPresent());
        progress.setText(state.map(words::progress).orElse(""));
    }

    private static void present(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }
}
