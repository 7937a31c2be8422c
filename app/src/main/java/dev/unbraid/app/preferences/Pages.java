package dev.unbraid.app.preferences;

import dev.unbraid.app.controls.Choice;
import dev.unbraid.app.controls.FormGrid;
import dev.unbraid.app.controls.Segments;
import dev.unbraid.app.mirror.FrequencyScale;
import dev.unbraid.overview.SpectrogramSettings;
import dev.unbraid.overview.WindowShape;
import dev.unbraid.playback.OutputDevice;
import dev.unbraid.session.SeparationDevice;
import dev.unbraid.session.SeparatorModel;
import dev.unbraid.settings.Settings;
import dev.unbraid.ui.ColourMap;
import dev.unbraid.ui.Messages;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The pages that are forms; that of the models is a list of its own.
final class Pages {
    /// The languages that there are texts for; empty is the system's.
    private static final List<String> LANGUAGES = List.of("", "en", "zh-CN");
    private static final List<Integer> SCALES = List.of(100, 125, 150, 175, 200);
    private static final List<Integer> BUFFERS = List.of(512, 1024, 2048, 4096, 8192);
    private static final List<Integer> SHIFTS = List.of(0, 1, 2, 5);
    private static final List<Integer> FFT_SIZES = IntStream.rangeClosed(9, 15).mapToObj(it -> 1 << it).toList();
    private static final List<Double> OVERLAPS = List.of(0.0, 0.5, 0.75, 0.875, 0.9375);

    private final PreferencesViewModel viewModel;
    private final Messages messages;

    Pages(PreferencesViewModel viewModel, Messages messages) {
        this.viewModel = viewModel;
        this.messages = messages;
    }

    Region general() {
        Settings.Appearance now = viewModel.now().appearance();
        Choice<String> language = new Choice<>(this::language, viewModel::chooseLanguage);
        language.show(LANGUAGES, LANGUAGES.contains(now.language()) ? now.language() : "");
        Segments<Settings.Theme> theme = new Segments<>(now.theme(), viewModel::chooseTheme);
        for (Settings.Theme each : Settings.Theme.values()) {
            theme.with(each, messages.text("theme." + lower(each)));
        }
        follow(theme);
        Choice<Integer> scale = new Choice<>(it -> messages.text("percent", it), viewModel::chooseScale);
        scale.show(with(SCALES, now.scalePercent()), now.scalePercent());
        return new FormGrid()
                .row(messages.text("language"), hinted(language, "language.hint"))
                .row(messages.text("theme"), theme)
                .row(messages.text("scale"), hinted(scale, "scale.hint"));
    }

    private void follow(Segments<Settings.Theme> theme) {
        viewModel.onChange(now -> theme.valueProperty().set(now.appearance().theme()));
    }

    Region sound() {
        Choice<OutputDevice> output = new Choice<>(this::output, viewModel::chooseOutput);
        Runnable show = () -> output.show(
                Stream.concat(Stream.of(OutputDevice.SYSTEM), viewModel.outputsProperty().get().stream())
                        .distinct().toList(),
                viewModel.output());
        viewModel.outputsProperty().addListener(_ -> show.run());
        show.run();
        Choice<Integer> buffer = new Choice<>(it -> messages.text("buffer.frames", it), viewModel::chooseBuffer);
        int now = viewModel.now().sound().bufferFrames();
        buffer.show(with(BUFFERS, now), now);
        return new FormGrid()
                .row(messages.text("output"), output)
                .row(messages.text("buffer"), hinted(buffer, "buffer.hint"));
    }

    Region separation() {
        Choice<String> model = new Choice<>(it -> it, viewModel::chooseModel);
        Choice<SeparationDevice> device = new Choice<>(this::device, it -> viewModel.chooseDevice(it.name()));
        Segments<Integer> shifts = new Segments<>(viewModel.now().separation().shifts(), viewModel::chooseShifts);
        SHIFTS.forEach(it -> shifts.with(it, messages.text("shifts." + it)));
        Runnable show = () -> {
            Settings.Separation now = viewModel.now().separation();
            List<String> names = viewModel.modelsProperty().get().stream().map(SeparatorModel::name).toList();
            model.show(names.contains(now.model()) ? names : List.of(now.model()), now.model());
            List<SeparationDevice> devices =
                    viewModel.devicesProperty().get().stream().filter(SeparationDevice::isUsable).toList();
            SeparationDevice chosen = devices.stream().filter(it -> it.name().equals(now.device())).findFirst()
                    .orElseGet(() -> new SeparationDevice(now.device(), now.device()));
            device.show(devices.contains(chosen) ? devices : Stream.concat(Stream.of(chosen), devices.stream()).toList(), chosen);
            shifts.valueProperty().set(now.shifts());
        };
        viewModel.modelsProperty().addListener(_ -> show.run());
        viewModel.devicesProperty().addListener(_ -> show.run());
        viewModel.onChange(_ -> show.run());
        show.run();
        return new FormGrid()
                .row(messages.text("model"), model)
                .row(messages.text("quality"), hinted(shifts, "quality.hint"))
                .row(messages.text("device"), device);
    }

    Region picture() {
        Choice<ColourMap> colours = new Choice<>(it -> messages.text("colours." + it.id()), it -> viewModel.chooseColours(it.id()));
        colours.show(List.of(ColourMap.values()),
                ColourMap.named(viewModel.view().colourMapProperty().get()).orElse(ColourMap.MAGMA));
        Segments<FrequencyScale> scale =
                new Segments<>(viewModel.view().frequencyScaleProperty().get(), viewModel::chooseScale);
        for (FrequencyScale each : FrequencyScale.values()) {
            scale.with(each, messages.text("frequency." + lower(each)));
        }
        scale.valueProperty().bind(viewModel.view().frequencyScaleProperty());
        SpectrogramSettings now = viewModel.view().spectrogramProperty().get();
        Choice<Integer> size = new Choice<>(String::valueOf, viewModel::chooseFftSize);
        size.show(FFT_SIZES, now.fftSize());
        Choice<WindowShape> window = new Choice<>(it -> messages.text("window." + lower(it)), viewModel::chooseWindow);
        window.show(Arrays.asList(WindowShape.values()), now.window());
        Choice<Double> overlap = new Choice<>(it -> messages.text("percent", 100 * it), viewModel::chooseOverlap);
        overlap.show(with(OVERLAPS, now.overlap()), now.overlap());
        return new FormGrid()
                .row(messages.text("colours"), colours)
                .row(messages.text("frequency"), scale)
                .row(messages.text("fft"), hinted(size, "fft.hint"))
                .row(messages.text("window"), window)
                .row(messages.text("overlap"), overlap);
    }

    private VBox hinted(Region field, String hint) {
        Label label = new Label(messages.text(hint));
        label.setWrapText(true);
        label.getStyleClass().addAll("ub-dim", "ub-small");
        return new VBox(4, field, label);
    }

    private String language(String tag) {
        Locale locale = Locale.forLanguageTag(tag);
        return tag.isEmpty() ? messages.text("language.system") : locale.getDisplayName(locale);
    }

    private String output(OutputDevice device) {
        return device.name().isEmpty() ? messages.text("output.system")
                : Optional.of(device.description()).filter(it -> !it.isBlank()).orElse(device.name());
    }

    private String device(SeparationDevice device) {
        return switch (device.name()) {
            case "auto" -> messages.text("device.auto");
            case "cpu" -> messages.text("device.cpu");
            // What the machine has is for the engine to say.
            default -> messages.text("device.other", device.name(), device.description());
        };
    }

    /// The remembered value is offered, too, where it is none of the usual ones.
    private static <T extends Comparable<T>> List<T> with(List<T> usual, T now) {
        return usual.contains(now) ? usual : Stream.concat(usual.stream(), Stream.of(now)).sorted().toList();
    }

    private static String lower(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
