package dev.unbraid.app.shell;

import dev.unbraid.app.mirror.Desk;
import dev.unbraid.playback.OutputDevice;
import dev.unbraid.playback.OutputState;
import dev.unbraid.ui.Messages;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Duration;

/// One line: what is being done, and how the machine is.
final class StatusBar extends HBox {
    private static final Duration HEARTBEAT = Duration.seconds(1);
    private static final long MEGABYTE = 1_000_000;

    private final Desk desk;
    private final Messages messages;
    private final Label output = new Label();
    private final Label heap = new Label();
    private final Label saved = new Label();
    private final Timeline heartbeat = new Timeline(new KeyFrame(HEARTBEAT, _ -> showHeap()));

    StatusBar(Desk desk, Node jobs, Messages messages) {
        super(16);
        this.desk = desk;
        this.messages = messages;
        getStyleClass().add("ub-status-bar");
        setAlignment(Pos.CENTER_LEFT);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        for (Label label : new Label[] {output, heap, saved}) {
            label.getStyleClass().addAll("ub-dim", "ub-number");
            label.setMinWidth(USE_PREF_SIZE);
            label.managedProperty().bind(label.textProperty().isNotEmpty());
        }
        getChildren().addAll(jobs, gap, output, heap, saved);
        desk.playback().outputProperty().addListener(_ -> showOutput());
        desk.session().modifiedProperty().addListener(_ -> showSaved());
        desk.session().fileProperty().addListener(_ -> showSaved());
        desk.session().activeSongProperty().addListener(_ -> showSaved());
        showOutput();
        showSaved();
        showHeap();
        heartbeat.setCycleCount(Animation.INDEFINITE);
        heartbeat.play();
    }

    private void showOutput() {
        output.setText(switch (desk.playback().outputProperty().get()) {
            case OutputState.Open(var device, double latencyMs) ->
                messages.text("output.open", name(device), Math.round(latencyMs));
            case OutputState.Converted(var device, double latencyMs, int songRate, int outputRate) ->
                messages.text("output.converted", name(device), Math.round(latencyMs), songRate, outputRate);
            case OutputState.Silent silent -> silence(silent);
            case OutputState.Closed() -> "";
        });
    }

    private String silence(OutputState.Silent silent) {
        return switch (silent.reason()) {
            case NONE_THERE -> messages.text("output.none");
            case NOT_CONNECTED -> messages.text("output.unconnected", name(silent.device()));
            case IN_USE -> messages.text("output.used", name(silent.device()));
            case RATE_UNSUPPORTED -> messages.text("output.rate", name(silent.device()), silent.sampleRate());
            case LOST -> messages.text("output.lost", name(silent.device()));
        };
    }

    private String name(OutputDevice device) {
        return device.description().isEmpty() ? messages.text("output.system") : device.description();
    }

    private void showHeap() {
        Runtime machine = Runtime.getRuntime();
        heap.setText(messages.text("heap", (machine.totalMemory() - machine.freeMemory()) / MEGABYTE));
    }

    private void showSaved() {
        boolean empty = desk.session().activeSong().isEmpty();
        boolean modified = desk.session().modifiedProperty().get();
        boolean hasFile = desk.session().fileProperty().get().isPresent();
        saved.setText(empty ? "" : messages.text(modified ? "saved.not" : hasFile ? "saved" : "saved.nothing"));
    }

    void stop() {
        heartbeat.stop();
    }
}
