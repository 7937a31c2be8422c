package dev.unbraid.app.inspector;

import atlantafx.base.controls.ToggleSwitch;
import dev.unbraid.app.controls.Segments;
import dev.unbraid.app.mirror.ViewMirror;
import dev.unbraid.ui.Messages;

/// How waveforms are drawn.
final class WaveformSection extends Section {
    WaveformSection(ViewMirror view, Messages messages) {
        super(messages.text("waveform"));
        Segments<Boolean> scale = new Segments<>(view.waveformInDecibelsProperty().get(), view.waveformInDecibelsProperty()::set)
                .with(false, messages.text("waveform.linear"))
                .with(true, messages.text("waveform.decibels"));
        view.waveformInDecibelsProperty().subscribe(scale.valueProperty()::set);
        ToggleSwitch mixed = new ToggleSwitch(messages.text("waveform.mixed"));
        mixed.setMaxWidth(Double.MAX_VALUE);
        mixed.selectedProperty().bindBidirectional(view.channelsMixedProperty());
        getChildren().addAll(scale, mixed);
    }
}
