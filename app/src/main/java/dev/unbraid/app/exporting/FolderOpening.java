package dev.unbraid.app.exporting;

import dev.unbraid.app.controls.FileBrowser;
import dev.unbraid.app.mirror.SessionMirror;
import dev.unbraid.session.Job;
import dev.unbraid.session.JobState;

import java.nio.file.Path;
import javafx.beans.InvalidationListener;

/// Shows a folder in the system's file browser once a job is done.
final class FolderOpening {
    private final SessionMirror session;
    private final FileBrowser browser;

    FolderOpening(SessionMirror session, FileBrowser browser) {
        this.session = session;
        this.browser = browser;
    }

    void after(Job job, Path folder) {
        session.jobs().addListener(new InvalidationListener() {
            @Override
            public void invalidated(javafx.beans.Observable jobs) {
                if (job.state().isOver()) {
                    jobs.removeListener(this);
                    if (job.state() instanceof JobState.Done) {
                        browser.open(folder);
                    }
                }
            }
        });
    }
}
