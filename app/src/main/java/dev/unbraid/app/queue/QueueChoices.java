package dev.unbraid.app.queue;

import dev.unbraid.app.controls.FileFormat;
import dev.unbraid.app.fx.Background;
import dev.unbraid.session.FileWish;
import dev.unbraid.session.NameTemplate;
import dev.unbraid.session.OutputPlace;
import dev.unbraid.session.OutputSound;
import dev.unbraid.session.SeparatorModel;
import dev.unbraid.session.Separators;
import dev.unbraid.session.StemSelection;
import dev.unbraid.settings.Settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// How and whereto a queue's songs are taken apart. Begins with what is remembered of single songs; its own choices last as
/// long as the program runs.
final class QueueChoices {
    static final List<Integer> SHIFTS = List.of(0, 2, 5);
    private static final String VOCALS = "vocals";

    private final Settings remembered;
    private final Separators separators;
    private final Background background;
    private final ReadOnlyObjectWrapper<Catalogue> catalogue = new ReadOnlyObjectWrapper<>(new Catalogue.Looking());
    private final ObjectProperty<Optional<SeparatorModel>> model = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<StemSelection>> selection = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Integer> shifts = new SimpleObjectProperty<>(0);
    private final ObjectProperty<FileFormat> format;
    private final StringProperty folder;
    private final BooleanProperty skips = new SimpleBooleanProperty(true);
    private final BooleanProperty below = new SimpleBooleanProperty(true);

    /// The models that are installed here.
    sealed interface Catalogue {
        record Looking() implements Catalogue {}

        record Installed(List<SeparatorModel> models) implements Catalogue {
            public Installed {
                models = List.copyOf(models);
            }
        }

        record Unknown(Exception problem) implements Catalogue {}
    }

    QueueChoices(Settings remembered, Separators separators, Background background) {
        this.remembered = remembered;
        this.separators = separators;
        this.background = background;
        format = new SimpleObjectProperty<>(FileFormat.named(remembered.export().format()));
        folder = new SimpleStringProperty(remembered.export().folder());
        shifts.set(SHIFTS.stream().filter(it -> it <= remembered.separation().shifts()).reduce((_, more) -> more).orElse(0));
    }

    /// Looks for models; the answer comes later.
    void refresh() {
        background.ask(separators::models, this::show, problem -> catalogue.set(new Catalogue.Unknown(problem)));
    }

    private void show(List<SeparatorModel> all) {
        List<SeparatorModel> installed = all.stream().filter(SeparatorModel::installed).toList();
        catalogue.set(new Catalogue.Installed(installed));
        String wanted = model.get().map(SeparatorModel::name).orElse(remembered.separation().model());
        installed.stream().filter(it -> it.name().equals(wanted)).findFirst().or(() -> installed.stream().findFirst())
                .ifPresent(this::choose);
    }

    void choose(SeparatorModel other) {
        List<StemSelection> possible = selections(other);
        if (selection.get().filter(possible::contains).isEmpty()) {
            selection.set(Optional.of(possible.getFirst()));
        }
        model.set(Optional.of(other));
    }

    /// What can be made with a model, all of its stems first.
    static List<StemSelection> selections(SeparatorModel model) {
        List<StemSelection> all = new ArrayList<>(List.of(new StemSelection.Each(model.stems())));
        if (model.stems().contains(VOCALS)) {
            all.add(new StemSelection.Two(VOCALS, StemSelection.Rest.ADD));
        }
        model.stems().forEach(stem -> all.add(new StemSelection.Each(List.of(stem))));
        model.stems().stream().filter(stem -> !stem.equals(VOCALS))
                .forEach(stem -> all.add(new StemSelection.Two(stem, StemSelection.Rest.ADD)));
        return List.copyOf(all);
    }

    ReadOnlyObjectProperty<Catalogue> catalogueProperty() {
        return catalogue.getReadOnlyProperty();
    }

    ObjectProperty<Optional<SeparatorModel>> modelProperty() {
        return model;
    }

    ObjectProperty<Optional<StemSelection>> selectionProperty() {
        return selection;
    }

    ObjectProperty<Integer> shiftsProperty() {
        return shifts;
    }

    ObjectProperty<FileFormat> formatProperty() {
        return format;
    }

    /// Empty until there are songs, or the user says so.
    StringProperty folderProperty() {
        return folder;
    }

    /// Whether songs are left out whose stems are there.
    BooleanProperty skipsProperty() {
        return skips;
    }

    /// Whether the folders in a folder count.
    BooleanProperty belowProperty() {
        return below;
    }

    /// Empty while there is no model.
    Optional<FileWish.How> how() {
        return model.get().flatMap(it -> selection.get().map(stems -> new FileWish.How(
                it.name(), shifts.get(), remembered.separation().device(), stems,
                new OutputSound(format.get().format(), OutputSound.Rate.MODEL, OutputSound.Clip.LINKED))));
    }

    OutputPlace place(OutputPlace.Existing existing) {
        return new OutputPlace(Path.of(folder.get()), names(), existing);
    }

    private NameTemplate names() {
        try {
            return new NameTemplate(remembered.export().nameTemplate());
        } catch (IllegalArgumentException e) {
            // Who exports hears of it there.
            return NameTemplate.DEFAULT;
        }
    }
}
