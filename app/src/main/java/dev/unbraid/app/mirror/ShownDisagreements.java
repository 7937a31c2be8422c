package dev.unbraid.app.mirror;

import dev.unbraid.app.fx.Background;
import dev.unbraid.project.Lane;
import dev.unbraid.project.LaneId;
import dev.unbraid.project.Song;
import dev.unbraid.separation.Disagreement;
import dev.unbraid.session.Disagreements;
import dev.unbraid.session.Job;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;

/// Which stems show what the passes that made them disagreed in, and what is known of that: a view, no part of the
/// document.
public final class ShownDisagreements {
    private final SessionMirror session;
    private final Background background;
    private final ReadOnlyObjectWrapper<Map<LaneId, State>> shown = new ReadOnlyObjectWrapper<>(Map.of());

    /// What is known of one.
    public sealed interface State {
        /// It is being looked for.
        record Reading() implements State {}

        /// It will be measured when the separation ends.
        record Expected() implements State {}

        record There(Disagreement disagreement) implements State {}

        /// It was not measured, or is no longer kept.
        record Gone() implements State {}
    }

    ShownDisagreements(SessionMirror session, Background background) {
        this.session = session;
        this.background = background;
        session.projectProperty().addListener(_ -> forgetStrangers());
        session.jobs().addListener((ListChangeListener<Job>) _ -> lookAgain());
    }

    /// By stem.
    public ReadOnlyObjectProperty<Map<LaneId, State>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    public Optional<State> state(LaneId stem) {
        return Optional.ofNullable(shown.get().get(stem));
    }

    /// Whether a lane is a stem that several passes made.
    public boolean isPossible(LaneId lane) {
        return song(lane).isPresent();
    }

    private Optional<Song> song(LaneId stem) {
        return session.project().songOf(stem).filter(it -> Disagreements.isPossible(it, stem));
    }

    public boolean isShown(LaneId stem) {
        return shown.get().containsKey(stem);
    }

    public void toggle(LaneId stem) {
        if (isShown(stem)) {
            Map<LaneId, State> fewer = new LinkedHashMap<>(shown.get());
            fewer.remove(stem);
            shown.set(fewer);
        } else {
            look(stem);
        }
    }

    /// Whether [#toggle(Desk)] would hide.
    public boolean isShown(Desk desk) {
        return meant(desk).stream().anyMatch(this::isShown);
    }

    /// Shows that of the selected stem, or hides it; with no such stem selected, of all of the active song.
    public void toggle(Desk desk) {
        boolean hides = isShown(desk);
        meant(desk).stream().filter(it -> isShown(it) == hides).forEach(this::toggle);
    }

    private List<LaneId> meant(Desk desk) {
        return MeantStems.of(desk, this::isPossible);
    }

    private void look(LaneId stem) {
        song(stem).ifPresent(song -> {
            set(stem, new State.Reading());
            Lane lane = song.lane(stem).orElseThrow();
            background.ask(() -> session.session().disagreements().find(song, lane),
                    found -> found(stem, found),
                    // Whatever hinders reading it: the file may be made again.
                    _ -> found(stem, Optional.empty()));
        });
    }

    private void found(LaneId stem, Optional<Disagreement> found) {
        if (isShown(stem)) {
            set(stem, found.<State>map(State.There::new)
                    .orElseGet(() -> isSeparating() ? new State.Expected() : new State.Gone()));
        }
    }

    private void set(LaneId stem, State state) {
        Map<LaneId, State> now = new LinkedHashMap<>(shown.get());
        now.put(stem, state);
        shown.set(now);
    }

    private boolean isSeparating() {
        return session.jobs().stream().anyMatch(it -> it.kind() == Job.Kind.SEPARATION && !it.state().isOver());
    }

    private void lookAgain() {
        if (!isSeparating()) {
            shown.get().forEach((stem, state) -> {
                if (state instanceof State.Expected) {
                    look(stem);
                }
            });
        }
    }

    private void forgetStrangers() {
        Map<LaneId, State> left = new LinkedHashMap<>(shown.get());
        if (left.keySet().removeIf(it -> !isPossible(it))) {
            shown.set(left);
        }
    }
}
