package dev.unbraid.app.preferences;

import dev.unbraid.app.fx.Background;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.app.mirror.FrequencyScale;
import dev.unbraid.app.mirror.ViewMirror;
import dev.unbraid.overview.SpectrogramSettings;
import dev.unbraid.overview.WindowShape;
import dev.unbraid.playback.OutputDevice;
import dev.unbraid.playback.Transport;
import dev.unbraid.session.Job;
import dev.unbraid.session.SeparationDevice;
import dev.unbraid.session.SeparatorModel;
import dev.unbraid.session.Separators;
import dev.unbraid.session.Session;
import dev.unbraid.settings.Settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;

/// The preferences, each changed by itself and at once where it is felt.
final class PreferencesViewModel {
    private final ObjectProperty<Settings> settings;
    private final ViewMirror view;
    private final Transport transport;
    private final Session session;
    private final Separators separators;
    private final Background background;
    private final ReadOnlyObjectWrapper<List<OutputDevice>> outputs = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<SeparatorModel>> models = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<SeparationDevice>> devices = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<Optional<Exception>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    private final List<ChangeListener<Settings>> listeners = new ArrayList<>();

    PreferencesViewModel(Desk desk, Background background) {
        this.settings = desk.settings();
        this.view = desk.view();
        this.transport = desk.playback().transport();
        this.session = desk.session().session();
        this.separators = desk.session().session().separators();
        this.background = background;
    }

    /// Looks for devices and models; the answers come later.
    void refresh() {
        background.ask(transport::devices, outputs::set, this::tell);
        background.ask(separators::devices, devices::set, this::tell);
        refreshModels();
    }

    void refreshModels() {
        background.ask(separators::models, models::set, this::tell);
    }

    void tell(Exception thrown) {
        problem.set(Optional.of(thrown));
    }

    Settings now() {
        return settings.get();
    }

    /// Others may change a preference while it is shown.
    ///
    /// @param listener gets the preferences as they are now, until [#close]
    void onChange(Consumer<Settings> listener) {
        ChangeListener<Settings> heard = (_, _, now) -> listener.accept(now);
        listeners.add(heard);
        settings.addListener(heard);
    }

    /// Nobody looks any more.
    void close() {
        listeners.forEach(settings::removeListener);
        listeners.clear();
    }

    ReadOnlyObjectProperty<List<OutputDevice>> outputsProperty() {
        return outputs.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<SeparatorModel>> modelsProperty() {
        return models.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<SeparationDevice>> devicesProperty() {
        return devices.getReadOnlyProperty();
    }

    /// What could not be found out, the newest.
    ReadOnlyObjectProperty<Optional<Exception>> problemProperty() {
        return problem.getReadOnlyProperty();
    }

    void chooseTheme(Settings.Theme theme) {
        Settings.Appearance old = now().appearance();
        settings.set(now().withAppearance(new Settings.Appearance(theme, old.language(), old.scalePercent())));
    }

    /// @param language a BCP 47 tag; empty follows the system
    void chooseLanguage(String language) {
        Settings.Appearance old = now().appearance();
        settings.set(now().withAppearance(new Settings.Appearance(old.theme(), language, old.scalePercent())));
    }

    void chooseScale(int percent) {
        Settings.Appearance old = now().appearance();
        settings.set(now().withAppearance(new Settings.Appearance(old.theme(), old.language(), percent)));
    }

    void chooseOutput(OutputDevice device) {
        sound(device, now().sound().bufferFrames());
    }

    void chooseBuffer(int frames) {
        sound(output(), frames);
    }

    private void sound(OutputDevice device, int frames) {
        settings.set(now().withSound(new Settings.Sound(device.name(), frames)));
        transport.useOutput(device, frames);
    }

    /// The remembered device; the system's choice where it is gone.
    OutputDevice output() {
        return outputs.get().stream()
                .filter(it -> it.name().equals(now().sound().device()))
                .findFirst()
                .orElse(OutputDevice.SYSTEM);
    }

    /// Begins to download a model, from where an earlier try stopped.
    Job install(String model) {
        return session.install(model);
    }

    /// Installs a model from a file of the user's.
    void importFile(Path file) {
        background.ask(() -> separators.importFile(file), _ -> {
            problem.set(Optional.empty());
            refreshModels();
        }, this::tell);
    }

    void chooseModel(String model) {
        Settings.Separation old = now().separation();
        settings.set(now().withSeparation(
                new Settings.Separation(model, old.stems(), old.shifts(), old.device(), old.keptGigabytes())));
    }

    void chooseDevice(String device) {
        Settings.Separation old = now().separation();
        settings.set(now().withSeparation(new Settings.Separation(old.model(), old.stems(), old.shifts(), device, old.keptGigabytes())));
    }

    void chooseShifts(int shifts) {
        Settings.Separation old = now().separation();
        settings.set(now().withSeparation(new Settings.Separation(old.model(), old.stems(), shifts, old.device(), old.keptGigabytes())));
    }

    /// What is shown is what is remembered: the shell writes the view's state down.
    ViewMirror view() {
        return view;
    }

    void chooseColours(String colourMap) {
        view.colourMapProperty().set(colourMap);
    }

    void chooseScale(FrequencyScale scale) {
        view.frequencyScaleProperty().set(scale);
    }

    private SpectrogramSettings spectrogram() {
        return view.spectrogramProperty().get();
    }

    void chooseFftSize(int size) {
        SpectrogramSettings old = spectrogram();
        view.spectrogramProperty().set(
                new SpectrogramSettings(size, old.window(), old.overlap(), old.zeroPadding(), old.method()));
    }

    void chooseWindow(WindowShape window) {
        SpectrogramSettings old = spectrogram();
        view.spectrogramProperty().set(
                new SpectrogramSettings(old.fftSize(), window, old.overlap(), old.zeroPadding(), old.method()));
    }

    void chooseOverlap(double overlap) {
        SpectrogramSettings old = spectrogram();
        view.spectrogramProperty().set(
                new SpectrogramSettings(old.fftSize(), old.window(), overlap, old.zeroPadding(), old.method()));
    }
}
