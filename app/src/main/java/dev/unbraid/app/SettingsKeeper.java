package dev.unbraid.app;

import dev.unbraid.app.fx.Background;
import dev.unbraid.app.problems.Problems;
import dev.unbraid.settings.Settings;
import dev.unbraid.settings.SettingsFile;

import java.io.IOException;
import javafx.animation.PauseTransition;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.util.Duration;

/// The preferences as a property that writes itself to disk, a while after the last change.
final class SettingsKeeper {
    private static final Duration REST = Duration.millis(800);

    private final SettingsFile file;
    private final Problems problems;
    private final ObjectProperty<Settings> settings;
    private final PauseTransition rest = new PauseTransition(REST);
    private Settings written;
    private boolean writing;

    SettingsKeeper(SettingsFile file, Settings loaded, Problems problems) {
        this.file = file;
        this.problems = problems;
        this.written = loaded;
        this.settings = new SimpleObjectProperty<>(loaded);
        rest.setOnFinished(_ -> write());
        settings.addListener(_ -> rest.playFromStart());
    }

    ObjectProperty<Settings> property() {
        return settings;
    }

    private void write() {
        Settings now = settings.get();
        if (writing || now.equals(written)) {
            return;
        }
        writing = true;
        new Background().ask(() -> {
            file.save(now);
            return now;
        }, this::wrote, failure -> {
            wrote(now);
            problems.tell(failure);
        });
    }

    private void wrote(Settings done) {
        writing = false;
        written = done;
        write();
    }

    /// Writes at once what is not written yet: the program ends.
    void close() {
        rest.stop();
        if (!settings.get().equals(written)) {
            try {
                file.save(settings.get());
            } catch (IOException e) {
                problems.tell(e);
            }
        }
    }
}
