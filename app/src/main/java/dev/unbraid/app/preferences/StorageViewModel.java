package dev.unbraid.app.preferences;

import dev.unbraid.app.controls.FileBrowser;
import dev.unbraid.app.fx.Background;
import dev.unbraid.cache.FinishedWork;
import dev.unbraid.settings.Settings;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// What separations have left on disk. Belongs to the JavaFX thread, and reads the disk elsewhere.
final class StorageViewModel {
    private final FinishedWork work;
    private final ObjectProperty<Settings> settings;
    private final Background background;
    private final FileBrowser browser;
    private final ReadOnlyObjectWrapper<Optional<FinishedWork.Usage>> usage = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<FinishedWork.Cleared>> cleared = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Exception>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    StorageViewModel(FinishedWork work, ObjectProperty<Settings> settings, Background background) {
        this.work = work;
        this.settings = settings;
        this.background = background;
        this.browser = new FileBrowser(background, this::tell);
    }

    Path folder() {
        return work.path();
    }

    void openFolder() {
        browser.open(work.path());
    }

    double limitGigabytes() {
        return settings.get().separation().keptGigabytes();
    }

    void chooseLimit(double gigabytes) {
        Settings now = settings.get();
        settings.set(now.withSeparation(now.separation().withKeptGigabytes(gigabytes)));
    }

    /// Looks how much there is; the answer comes later.
    void refresh() {
        background.ask(work::usage, it -> usage.set(Optional.of(it)), this::tell);
    }

    /// Removes all that no separation uses now.
    void clear() {
        problem.set(Optional.empty());
        background.ask(work::clear, it -> {
            cleared.set(Optional.of(it));
            refresh();
        }, this::tell);
    }

    private void tell(Exception thrown) {
        problem.set(Optional.of(thrown));
    }

    /// Empty until it is known.
    ReadOnlyObjectProperty<Optional<FinishedWork.Usage>> usageProperty() {
        return usage.getReadOnlyProperty();
    }

    /// What the last clearing did.
    ReadOnlyObjectProperty<Optional<FinishedWork.Cleared>> clearedProperty() {
        return cleared.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<Exception>> problemProperty() {
        return problem.getReadOnlyProperty();
    }
}
