package dev.unbraid.app.problems;

import dev.unbraid.app.fx.FxThread;
import dev.unbraid.settings.SettingsFlaw;
import dev.unbraid.ui.Messages;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/// What went wrong and was not put away yet, the newest last. Told from any thread, read on the JavaFX thread.
///
/// The same sentence twice is one problem that happened twice, so that a fault in every frame fills no screen.
public final class Problems {
    private static final int MOST = 3;

    private final Messages messages;
    private final Executor screen;
    private final ObservableList<Occurrence> shown = FXCollections.observableArrayList();
    private Optional<Problem> last = Optional.empty();

    /// @param times how often it happened
    public record Occurrence(Problem problem, int times) {}

    public Problems(Locale locale) {
        this(locale, new FxThread());
    }

    /// @param screen brings tasks to the thread that reads
    Problems(Locale locale, Executor screen) {
        this.messages = Messages.of("problems", locale);
        this.screen = screen;
    }

    public void tell(Throwable thrown) {
        tell(Problem.of(thrown, messages));
    }

    public void tell(SettingsFlaw flaw) {
        tell(new Problem(new Words(messages).flaw(flaw), flaw.sentence(), Problem.Severity.NOTE));
    }

    public void tell(Problem problem) {
        screen.execute(() -> add(problem));
    }

    private void add(Problem problem) {
        switch (problem.severity()) {
            case NOTE -> { }
            case FAILURE, FAULT -> last = Optional.of(problem);
        }
        for (int i = 0; i < shown.size(); i++) {
            Occurrence known = shown.get(i);
            if (known.problem().sentence().equals(problem.sentence())) {
                shown.set(i, new Occurrence(known.problem(), known.times() + 1));
                return;
            }
        }
        if (shown.size() == MOST) {
            shown.removeFirst();
        }
        shown.add(new Occurrence(problem, 1));
    }

    public ObservableList<Occurrence> shown() {
        return shown;
    }

    public void putAway(Occurrence occurrence) {
        shown.remove(occurrence);
    }

    /// The newest failure of this run, also after it was put away; for a report.
    public Optional<Problem> last() {
        return last;
    }

    Messages messages() {
        return messages;
    }
}
