package dev.unbraid.app.separate;

import dev.unbraid.app.fx.Background;
import dev.unbraid.session.SeparationDevice;
import dev.unbraid.session.SeparatorModel;
import dev.unbraid.session.Separators;
import dev.unbraid.settings.Settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What is remembered of how to separate, and what there is to choose from.
final class SeparationChoices {
    /// The choices of [dev.unbraid.session.SeparateWish#shifts].
    static final List<Integer> SHIFTS = List.of(0, 1, 2, 5);
    static final String AUTO = "auto";

    private final ObjectProperty<Settings> settings;
    private final Separators separators;
    private final Background background;
    private final ReadOnlyObjectWrapper<Catalogue> catalogue = new ReadOnlyObjectWrapper<>(Catalogue.UNKNOWN);

    /// What was found on this machine so far.
    ///
    /// @param models  empty while nobody has looked, or when looking failed
    /// @param problem why the models could not be listed
    record Catalogue(List<SeparatorModel> models, List<SeparationDevice> devices, Optional<Exception> problem) {
        static final Catalogue UNKNOWN = new Catalogue(List.of(), List.of(), Optional.empty());

        Catalogue {
            models = List.copyOf(models);
            devices = List.copyOf(devices);
        }
    }

    SeparationChoices(ObjectProperty<Settings> settings, Separators separators, Background background) {
        this.settings = settings;
        this.separators = separators;
        this.background = background;
    }

    /// Looks for models and devices; the answers come later.
    void refresh() {
        refreshModels(() -> {});
        refreshDevices();
    }

    void refreshDevices() {
        background.ask(
                separators::devices,
                found -> catalogue.set(new Catalogue(now().models(), found, now().problem())),
                // Without a list there is still the machine's own choice.
                _ -> catalogue.set(new Catalogue(now().models(), List.of(), now().problem())));
    }

    void refreshModels(Runnable then) {
        background.ask(
                separators::models,
                found -> {
                    catalogue.set(new Catalogue(found, now().devices(), Optional.empty()));
                    then.run();
                },
                problem -> catalogue.set(new Catalogue(List.of(), now().devices(), Optional.of(problem))));
    }

    private Catalogue now() {
        return catalogue.get();
    }

    ReadOnlyObjectProperty<Catalogue> catalogueProperty() {
        return catalogue.getReadOnlyProperty();
    }

    ObjectProperty<Settings> settingsProperty() {
        return settings;
    }

    Settings.Separation remembered() {
        return settings.get().separation();
    }

    /// The remembered model, or the best one if that is gone.
    Optional<SeparatorModel> model() {
        List<SeparatorModel> models = now().models();
        return models.stream()
                .filter(it -> it.name().equals(remembered().model()))
                .findFirst()
                .or(() -> models.stream().findFirst());
    }

    /// The wanted ones of the model's stems, in its order; all where none of the remembered is its own.
    List<String> stems() {
        List<String> all = model().map(SeparatorModel::stems).orElse(List.of());
        List<String> wanted = all.stream().filter(remembered().stems()::contains).toList();
        return wanted.isEmpty() ? all : wanted;
    }

    /// The remembered number, or the next lower one that is offered.
    int shifts() {
        return SHIFTS.stream().filter(it -> it <= remembered().shifts()).reduce((_, higher) -> higher).orElse(0);
    }

    /// With one for those who do not care at the top.
    List<SeparationDevice> devices() {
        List<SeparationDevice> found = now().devices().stream().filter(SeparationDevice::isUsable).toList();
        boolean offersAuto = found.stream().anyMatch(it -> it.name().equals(AUTO));
        return offersAuto ? found
                : Stream.concat(Stream.of(new SeparationDevice(AUTO, "")), found.stream()).toList();
    }

    /// Those that are here and cannot be used; their descriptions say why.
    List<SeparationDevice> idleDevices() {
        return now().devices().stream().filter(it -> !it.isUsable()).toList();
    }

    /// As in a wish: empty for all.
    List<String> wishedStems() {
        List<String> wanted = stems();
        return model().map(SeparatorModel::stems).filter(wanted::equals).isPresent() ? List.of() : wanted;
    }

    /// The device that will be used: the one that was chosen, or the first for those who do not care.
    Optional<SeparationDevice> device() {
        String wanted = remembered().device();
        List<SeparationDevice> devices = now().devices().stream().filter(SeparationDevice::isUsable).toList();
        if (!wanted.equals(AUTO)) {
            return devices.stream().filter(it -> it.name().equals(wanted)).findFirst();
        }
        return devices.stream().filter(it -> !it.name().equals(AUTO)).findFirst().or(() -> devices.stream().findFirst());
    }

    void chooseModel(String name) {
        Settings.Separation old = remembered();
        remember(new Settings.Separation(name, old.stems(), old.shifts(), old.device(), old.keptGigabytes()));
    }

    /// The last stem stays: a separation into nothing is none.
    void want(String stem, boolean wanted) {
        List<String> all = model().map(SeparatorModel::stems).orElse(List.of());
        List<String> chosen = new ArrayList<>(stems());
        chosen.remove(stem);
        if (wanted) {
            chosen.add(stem);
        }
        if (chosen.isEmpty()) {
            return;
        }
        boolean every = chosen.containsAll(all);
        Settings.Separation old = remembered();
        remember(new Settings.Separation(
                old.model(), every ? List.of() : all.stream().filter(chosen::contains).toList(), old.shifts(), old.device(), old.keptGigabytes()));
    }

    void chooseShifts(int shifts) {
        Settings.Separation old = remembered();
        remember(new Settings.Separation(old.model(), old.stems(), shifts, old.device(), old.keptGigabytes()));
    }

    void chooseDevice(String device) {
        Settings.Separation old = remembered();
        remember(new Settings.Separation(old.model(), old.stems(), old.shifts(), device, old.keptGigabytes()));
    }

    private void remember(Settings.Separation separation) {
        settings.set(settings.get().withSeparation(separation));
    }
}
