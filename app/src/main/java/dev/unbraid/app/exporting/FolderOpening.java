package dev.unbraid.app.exporting;

import dev.unbraid.app.fx.Background;
import dev.unbraid.app.mirror.SessionMirror;
import dev.unbraid.session.Job;
import dev.unbraid.session.JobState;

import java.awt.Desktop;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.InvalidationListener;

/// Shows a folder in the system's file browser once a job is done.
final class FolderOpening {
    private final SessionMirror session;
    private final Background background;

    FolderOpening(SessionMirror session, Background background) {
        this.session = session;
        this.background = background;
    }

    void after(Job job, Path folder) {
        session.jobs().addListener(new InvalidationListener() {
            @Override
            public void invalidated(javafx.beans.Observable jobs) {
                if (job.state().isOver()) {
                    jobs.removeListener(this);
                    if (job.state() instanceof JobState.Done) {
                        open(folder);
                    }
                }
            }
        });
    }

    private void open(Path folder) {
        background.ask(() -> {
            Path shown = existing(folder);
            if (Desktop.isDesktopSupported() && Desktop.getDesktop().isSupported(Desktop.Action.OPEN)) {
                Desktop.getDesktop().open(shown.toFile());
            }
            return shown;
        }, _ -> {}, _ -> {
            // The files are written: that no file browser could show them is no failure of the export.
        });
    }

    private static Path existing(Path folder) {
        Path shown = folder.toAbsolutePath();
        while (!Files.isDirectory(shown)) {
            shown = Optional.ofNullable(shown.getParent()).orElseThrow();
        }
        return shown;
    }
}
