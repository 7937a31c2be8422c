package dev.unbraid.app.exporting;

import dev.unbraid.app.controls.FileFormat;
import dev.unbraid.app.fx.Background;
import dev.unbraid.app.mirror.SessionMirror;
import dev.unbraid.audio.FrameRange;
import dev.unbraid.project.Project;
import dev.unbraid.project.Song;
import dev.unbraid.session.ExportTargets;
import dev.unbraid.session.ExportWish;
import dev.unbraid.session.ExportWish.Output;
import dev.unbraid.session.Job;
import dev.unbraid.session.OutputPlace;
import dev.unbraid.settings.Settings;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// Sets up an export of one song, and starts it.
final class ExportViewModel {
    private final SessionMirror session;
    private final ObjectProperty<Settings> settings;
    private final ExportHome home;
    private final Background background;
    private final Song song;
    private final Offer offer;
    private final ObjectProperty<Set<Output>> chosen = new SimpleObjectProperty<>(Set.of());
    private final ObjectProperty<Optional<FrameRange>> range = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<FileFormat> format = new SimpleObjectProperty<>(FileFormat.WAV_24);
    private final ObjectProperty<Integer> sampleRate = new SimpleObjectProperty<>(0);
    private final BooleanProperty linkedGain = new SimpleBooleanProperty();
    private final BooleanProperty opensFolder = new SimpleBooleanProperty();
    private final StringProperty nameTemplate = new SimpleStringProperty("");
    private final StringProperty folder = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<Preview> preview = new ReadOnlyObjectWrapper<>(new Preview.Looking());
    private long previewsAsked;

    ExportViewModel(
            SessionMirror session, Song song, ObjectProperty<Settings> settings, ExportHome home, Background background) {
        this.session = session;
        this.song = song;
        this.settings = settings;
        this.home = home;
        this.background = background;
        offer = Offer.of(song);
        recall(settings.get().export());
        chosen.set(offer.of(offer.stems().isEmpty() ? Offer.Preset.HEARD : Offer.Preset.ALL_STEMS));
        List.<Observable>of(chosen, range, format, sampleRate, nameTemplate, folder)
                .forEach(it -> it.addListener((InvalidationListener) _ -> refreshPreview()));
        refreshPreview();
    }

    private void recall(Settings.Export remembered) {
        format.set(FileFormat.named(remembered.format()));
        sampleRate.set(remembered.sampleRate());
        linkedGain.set(remembered.linkedGain());
        opensFolder.set(remembered.opensFolder());
        nameTemplate.set(remembered.nameTemplate());
        folder.set(remembered.folder().isEmpty() ? songFolder().toString() : remembered.folder());
    }

    /// Where its files go as long as nobody says otherwise.
    Path songFolder() {
        return home.of(song);
    }

    Song song() {
        return song;
    }

    Offer offer() {
        return offer;
    }

    ObjectProperty<Set<Output>> chosenProperty() {
        return chosen;
    }

    void choose(Output output, boolean wanted) {
        Set<Output> now = new HashSet<>(chosen.get());
        if (wanted ? now.add(output) : now.remove(output)) {
            chosen.set(Set.copyOf(now));
        }
    }

    /// Empty is the whole song.
    ObjectProperty<Optional<FrameRange>> rangeProperty() {
        return range;
    }

    ObjectProperty<FileFormat> formatProperty() {
        return format;
    }

    /// 0 is the song's own.
    ObjectProperty<Integer> sampleRateProperty() {
        return sampleRate;
    }

    BooleanProperty linkedGainProperty() {
        return linkedGain;
    }

    BooleanProperty opensFolderProperty() {
        return opensFolder;
    }

    StringProperty nameTemplateProperty() {
        return nameTemplate;
    }

    StringProperty folderProperty() {
        return folder;
    }

    /// Follows every change, a moment later: tags and folders are read elsewhere.
    ReadOnlyObjectProperty<Preview> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    private void refreshPreview() {
        long asked = ++previewsAsked;
        Project project = session.project();
        Optional<ExportWish> wish = wish(OutputPlace.Existing.REFUSE);
        if (wish.isEmpty()) {
            preview.set(new Preview.Nothing());
            return;
        }
        background.ask(() -> files(wish.get(), project), found -> show(asked, found),
                problem -> show(asked, new Preview.Refused(problem)));
    }

    /// An answer to an older question comes too late.
    private void show(long asked, Preview found) {
        if (asked == previewsAsked) {
            preview.set(found);
        }
    }

    private static Preview files(ExportWish wish, Project project) {
        List<Path> paths = ExportTargets.of(wish, project);
        return new Preview.Files(
                wish.place().folder().toAbsolutePath().normalize(), paths, paths.stream().filter(Files::exists).toList());
    }

    /// @return empty where nothing was chosen, or where the folder's name cannot be one
    private Optional<ExportWish> wish(OutputPlace.Existing existing) {
        List<Output> outputs = offer.outputs().stream().filter(chosen.get()::contains).toList();
        if (outputs.isEmpty()) {
            return Optional.empty();
        }
        return place().map(path -> new ExportWish(song.id(), outputs, range.get(),
                new ExportWish.Place(path, nameTemplate.get(), existing),
                new ExportWish.Sound(format.get().format(), sampleRate.get(), linkedGain.get())));
    }

    private Optional<Path> place() {
        try {
            return Optional.of(folder.get().isBlank() ? songFolder() : Path.of(folder.get().strip()));
        } catch (InvalidPathException e) {
            // Half typed: the preview stays empty until it is a path.
            return Optional.empty();
        }
    }

    /// Begins to write over whatever is there already.
    Optional<Job> replace() {
        return start(OutputPlace.Existing.OVERWRITE);
    }

    /// Begins to write where nothing is in the way, and fails should something come there meanwhile.
    Optional<Job> start() {
        return start(OutputPlace.Existing.REFUSE);
    }

    /// Begins to write under names that are still free.
    ///
    /// @param started hears of it a moment later
    void keepBoth(Consumer<Job> started) {
        Project project = session.project();
        wish(OutputPlace.Existing.REFUSE).ifPresent(wish -> background.ask(
                () -> FreeNames.template(
                        wish.place().nameTemplate(), names -> ExportTargets.of(named(wish, names), project)),
                names -> {
                    remember();
                    started.accept(session.session().export(named(wish, names)));
                },
                problem -> preview.set(new Preview.Refused(problem))));
    }

    private static ExportWish named(ExportWish wish, String names) {
        return new ExportWish(wish.song(), wish.outputs(), wish.range(),
                new ExportWish.Place(wish.place().folder(), names, wish.place().existing()), wish.sound());
    }

    private Optional<Job> start(OutputPlace.Existing existing) {
        remember();
        return wish(existing).map(session.session()::export);
    }

    private void remember() {
        boolean own = place().filter(songFolder()::equals).isPresent();
        settings.set(settings.get().withExport(new Settings.Export(
                format.get().settingsName(), sampleRate.get(), nameTemplate.get(),
                own ? "" : folder.get().strip(), linkedGain.get(), opensFolder.get())));
    }
}
