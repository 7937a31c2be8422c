package dev.unbraid.app.inspector;

import atlantafx.base.controls.ToggleSwitch;
import dev.unbraid.app.controls.Segments;
import dev.unbraid.app.controls.Tip;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.app.mirror.FrequencyScale;
import dev.unbraid.app.mirror.ViewMirror;
import dev.unbraid.overview.SpectrogramSettings;
import dev.unbraid.overview.WindowShape;
import dev.unbraid.ui.Messages;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/// How spectrograms are computed.
final class SpectrogramSection extends Section {
    private final ViewMirror view;
    private final Messages messages;

    SpectrogramSection(Desk desk, Messages messages) {
        super(messages.text("spectrogram"));
        this.view = desk.view();
        this.messages = messages;
        getChildren().add(scale());
        add(messages.text("fft"), fft());
        add(messages.text("overlap"), overlap());
        new SpectrogramRanges(desk, messages).addTo(this);
        ColourMapField colours = new ColourMapField(view, messages);
        add(messages.text("colours"), colours);
        getChildren().add(reassigned());
    }

    private Segments<FrequencyScale> scale() {
        Segments<FrequencyScale> scale = new Segments<>(
                view.frequencyScaleProperty().get(), view.frequencyScaleProperty()::set);
        for (FrequencyScale each : FrequencyScale.values()) {
            scale.with(each, messages.text("scale." + each.name().toLowerCase(Locale.ROOT)));
        }
        view.frequencyScaleProperty().subscribe(scale.valueProperty()::set);
        return scale;
    }

    private ChoiceField fft() {
        ChoiceField field = new ChoiceField()
                .with(Choices.FFT_SIZES, String::valueOf, () -> numbers().fftSize(), size -> change(it ->
                        new SpectrogramSettings(size, it.window(), it.overlap(), it.zeroPadding(), it.method())))
                .with(List.of(WindowShape.values()), this::windowName, () -> numbers().window(), window -> change(it ->
                        new SpectrogramSettings(it.fftSize(), window, it.overlap(), it.zeroPadding(), it.method())));
        view.spectrogramProperty().subscribe(it -> field.setText(it.fftSize() + " · " + windowName(it.window())));
        return field;
    }

    private String windowName(WindowShape window) {
        return messages.text("window." + window.name().toLowerCase(Locale.ROOT));
    }

    private ChoiceField overlap() {
        ChoiceField field = new ChoiceField()
                .with(Choices.OVERLAPS, Choices::percent, () -> numbers().overlap(), overlap -> change(it ->
                        new SpectrogramSettings(it.fftSize(), it.window(), overlap, it.zeroPadding(), it.method())))
                .with(Choices.ZERO_PADDINGS, times -> messages.text("padding", times), () -> numbers().zeroPadding(),
                        padding -> change(it ->
                                new SpectrogramSettings(it.fftSize(), it.window(), it.overlap(), padding, it.method())));
        view.spectrogramProperty().subscribe(it -> field.setText(
                Choices.percent(it.overlap()) + (it.zeroPadding() == 1 ? "" : " · ×" + it.zeroPadding())));
        return field;
    }

    private ToggleSwitch reassigned() {
        ToggleSwitch reassigned = new ToggleSwitch(messages.text("reassigned"));
        Tip.on(reassigned, messages.text("reassigned.tip"));
        reassigned.setMaxWidth(Double.MAX_VALUE);
        reassigned.selectedProperty().addListener((_, _, on) -> change(it -> new SpectrogramSettings(
                it.fftSize(), it.window(), it.overlap(), it.zeroPadding(),
                on ? SpectrogramSettings.Method.REASSIGNED : SpectrogramSettings.Method.PLAIN)));
        view.spectrogramProperty().subscribe(it ->
                reassigned.setSelected(it.method() == SpectrogramSettings.Method.REASSIGNED));
        return reassigned;
    }

    private SpectrogramSettings numbers() {
        return view.spectrogramProperty().get();
    }

    private void change(UnaryOperator<SpectrogramSettings> change) {
        view.spectrogramProperty().set(change.apply(numbers()));
    }
}
