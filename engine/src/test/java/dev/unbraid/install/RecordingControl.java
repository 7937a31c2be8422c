package dev.unbraid.install;

import dev.unbraid.install.InstallControl;
import dev.unbraid.install.InstallProgress;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Keeps what is reported, and cancels from a chosen report on.
public final class RecordingControl implements InstallControl {
    private final List<InstallProgress> reports = new ArrayList<>();
    private final Predicate<InstallProgress> last;
    private boolean cancelled;

    private RecordingControl(Predicate<InstallProgress> last) {
        this.last = last;
    }

    public static RecordingControl patient() {
        return new RecordingControl(_ -> false);
    }

    public static RecordingControl cancellingAt(Predicate<InstallProgress> last) {
        return new RecordingControl(last);
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }

    @Override
    public void report(InstallProgress progress) {
        reports.add(progress);
        cancelled |= last.test(progress);
    }

    public <T extends InstallProgress> List<T> reports(Class<T> kind) {
        return reports.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
