package dev.unbraid.app.mirror;

import dev.unbraid.project.Edit;
import dev.unbraid.project.Lane;
import dev.unbraid.project.Song;
import dev.unbraid.project.SumLock;

import java.util.Optional;

/// What can be wished of how the active song's stems add up, from the inspector and from menus alike.
public final class SumWishes {
    private static final String USUAL_TAKER = "other";

    private final SessionMirror session;

    public SumWishes(SessionMirror session) {
        this.session = session;
    }

    /// The active song, if it has stems.
    public Optional<Song> song() {
        return session.activeSong().filter(it -> !it.stems().isEmpty());
    }

    /// The stem that has taken what was left over, or else the one that would: what the model calls "other".
    public Optional<Lane> taker() {
        return song().flatMap(song -> {
            String stem = song.sum().lock() instanceof SumLock.Fold(String into) ? into : USUAL_TAKER;
            return song.stems().stream().filter(it -> it.stem().equals(stem)).findFirst();
        });
    }

    public void open() {
        lock(new SumLock.Off());
    }

    /// Does nothing where there is no [#taker].
    public void fold() {
        taker().ifPresent(it -> lock(new SumLock.Fold(it.stem())));
    }

    public void spread() {
        lock(new SumLock.Spread());
    }

    private void lock(SumLock how) {
        song().ifPresent(it -> session.session().lockSum(it.id(), how));
    }

    public boolean isResidualShown() {
        return song().flatMap(it -> it.sum().residual()).isPresent();
    }

    /// Shows what is left over, or hides it. Locked stems leave nothing over.
    public void showResidual(boolean wanted) {
        song().filter(it -> !it.sum().isLocked()).ifPresent(it -> {
            if (wanted) {
                session.session().showResidual(it.id());
            } else {
                session.session().edit(new Edit.HideResidual(it.id()));
            }
        });
    }
}
