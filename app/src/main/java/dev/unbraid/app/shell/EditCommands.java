package dev.unbraid.app.shell;

import dev.unbraid.app.mirror.Desk;
import dev.unbraid.app.mirror.PlaybackMirror;
import dev.unbraid.app.mirror.SessionMirror;
import dev.unbraid.app.mirror.SumWishes;
import dev.unbraid.app.mirror.ViewMirror;
import dev.unbraid.assets.AudioAsset;
import dev.unbraid.audio.FrameRange;
import dev.unbraid.project.Edit;
import dev.unbraid.project.Song;
import dev.unbraid.project.SumLock;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;

/// Back and forth through the document's history, and what is selected or removed.
final class EditCommands {
    private final SessionMirror session;
    private final ViewMirror view;
    private final PlaybackMirror playback;
    private final BooleanBinding hasSong;
    private final SumWishes sums;

    EditCommands(Desk desk) {
        this.session = desk.session();
        this.view = desk.view();
        this.playback = desk.playback();
        this.sums = new SumWishes(session);
        this.hasSong = Conditions.hasSong(session);
    }

    List<Command> list() {
        BooleanBinding canUndo = Conditions.present(session.toUndoProperty());
        BooleanBinding canRedo = Conditions.present(session.toRedoProperty());
        BooleanBinding hasStems = Bindings.createBooleanBinding(
                () -> session.activeSong().filter(it -> !it.stems().isEmpty()).isPresent(), session.activeSongProperty());
        BooleanBinding taker = Bindings.createBooleanBinding(
                () -> sums.taker().isPresent(), session.activeSongProperty());
        BooleanBinding unlocked = Bindings.createBooleanBinding(
                () -> sums.song().filter(it -> !it.sum().isLocked()).isPresent(), session.activeSongProperty());
        BooleanBinding residual = Bindings.createBooleanBinding(sums::isResidualShown, session.activeSongProperty());
        BooleanBinding selected = Conditions.present(view.selectionProperty()).or(Conditions.present(view.boxProperty()));
        return new CommandList(Command.Group.EDIT)
                .add("undo", "Shortcut+Z", canUndo, () -> session.session().undo())
                .add("redo", "Shortcut+Shift+Z Shortcut+Y", canRedo, () -> session.session().redo())
                .add("select-all", "Shortcut+A", hasSong, () -> session.activeSong().flatMap(this::whole)
                        .ifPresent(all -> view.selectionProperty().set(Optional.of(all))))
                .add("select-from", "'['", hasSong, () -> selectAround(all -> {
                    long end = selected(all).end();
                    return new FrameRange(at(all), end > at(all) ? end : all.end());
                }))
                .add("select-to", "']'", hasSong, () -> selectAround(all -> {
                    long start = selected(all).start();
                    return new FrameRange(start < at(all) ? start : all.start(), at(all));
                }))
                .add("select-none", "Esc", selected, this::selectNone)
                .add("sum-off", "", hasStems, locked(SumLock.Off.class), sums::open)
                .add("sum-fold", "", taker, locked(SumLock.Fold.class), sums::fold)
                .add("sum-spread", "", hasStems, locked(SumLock.Spread.class), sums::spread)
                .add("residual", "", unlocked, residual, () -> sums.showResidual(!sums.isResidualShown()))
                .add("remove-stems", "", hasStems, () -> withSong(song -> new Edit.RemoveStems(song.id())))
                .add("remove-song", "", hasSong, () -> withSong(song -> new Edit.RemoveSong(song.id())))
                .commands();
    }

    private BooleanBinding locked(Class<? extends SumLock> how) {
        return Bindings.createBooleanBinding(
                () -> sums.song().filter(it -> how.isInstance(it.sum().lock())).isPresent(), session.activeSongProperty());
    }

    private Optional<FrameRange> whole(Song song) {
        return session.session().sound(song.mix().asset()).map(AudioAsset::frames).map(end -> new FrameRange(0, end));
    }

    /// Moves an end of what is selected, or of the song, to the playhead.
    private void selectAround(UnaryOperator<FrameRange> ends) {
        session.activeSong().flatMap(this::whole).map(ends).filter(it -> it.length() > 0)
                .ifPresent(it -> view.selectionProperty().set(Optional.of(it)));
    }

    private FrameRange selected(FrameRange all) {
        return view.selectionProperty().get().orElse(all);
    }

    private long at(FrameRange all) {
        return Math.clamp(playback.transport().positionFrame(), all.start(), all.end());
    }

    private void selectNone() {
        view.selectionProperty().set(Optional.empty());
        view.boxProperty().set(Optional.empty());
    }

    private void withSong(Function<Song, Edit> edit) {
        session.activeSong().map(edit).ifPresent(session.session()::edit);
    }
}
