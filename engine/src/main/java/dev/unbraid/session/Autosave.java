package dev.unbraid.session;

import dev.unbraid.project.Project;
import dev.unbraid.project.ProjectFile;
import dev.unbraid.project.ProjectView;
import dev.unbraid.settings.WholeText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// Keeps the document on disk as it changes, for after a crash: a moment after a change, so that a dragged slider is one
/// file and not a hundred. A document that is saved has nothing to lose and is not kept.
final class Autosave implements SessionListener {
    private static final long MILLIS_AFTER_CHANGE = 250;
    private static final Logger LOG = LoggerFactory.getLogger(Autosave.class);

    private final Path file;
    private final Document document;
    private final Executor later;
    private final AtomicBoolean planned = new AtomicBoolean();
    private final List<Runnable> awaited = new ArrayList<>();
    private boolean closed;

    /// @param background runs tasks elsewhere
    Autosave(Path file, Document document, Executor background) {
        this.file = file;
        this.document = document;
        later = CompletableFuture.delayedExecutor(MILLIS_AFTER_CHANGE, TimeUnit.MILLISECONDS, background);
    }

    @Override
    public void documentChanged(Project project) {
        if (planned.compareAndSet(false, true)) {
            later.execute(this::write);
        }
    }

    /// Does something once the document as it is next is on disk; at the latest when nobody needs it any more.
    ///
    /// @param then runs elsewhere, once
    synchronized void onceKept(Runnable then) {
        awaited.add(then);
    }

    /// Writes what there is now. Any thread.
    synchronized void write() {
        planned.set(false);
        if (closed) {
            return;
        }
        try {
            if (!document.isModified()) {
                Files.deleteIfExists(file);
                kept();
                return;
            }
            ProjectFile.Content content =
                    new ProjectFile.Content(document.project(), ProjectView.START, List.of());
            WholeText.write(file, ProjectFile.write(content));
            kept();
        } catch (IOException e) {
            LOG.warn("the document could not be kept for after a crash", e);
        }
    }

    private void kept() {
        List<Runnable> now = List.copyOf(awaited);
        awaited.clear();
        now.forEach(Runnable::run);
    }

    /// From now on nothing is written: what is not saved is given up.
    synchronized void close() {
        closed = true;
        kept();
    }
}
