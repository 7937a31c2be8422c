package dev.unbraid.app.shell;

import dev.unbraid.app.mirror.Desk;
import dev.unbraid.app.mirror.SessionMirror;
import dev.unbraid.app.mirror.ViewMirror;
import dev.unbraid.project.Edit;
import dev.unbraid.project.Lane;
import dev.unbraid.project.LaneView;
import dev.unbraid.project.Song;
import dev.unbraid.project.Strip;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;

/// The mixer and the timeline by keyboard: the selected lane, the stems by number, the look of all.
final class LaneCommands {
    private static final int NUMBERED = 6;

    private final SessionMirror session;
    private final ViewMirror view;

    LaneCommands(Desk desk) {
        this.session = desk.session();
        this.view = desk.view();
    }

    List<Command> list() {
        BooleanBinding hasSong = Conditions.hasSong(session);
        BooleanBinding hasLane = Bindings.createBooleanBinding(
                () -> lane().isPresent(), view.selectedLaneProperty(), session.activeSongProperty());
        CommandList list = new CommandList(Command.Group.LANE)
                .add("mute", "M", hasLane, () -> change(it -> it.withMuted(!it.muted())))
                .add("solo", "S", hasLane, () -> change(it -> it.withSoloed(!it.soloed())))
                .add("louder", "Shortcut+Up", hasLane, () -> change(it -> moved(it, 1)))
                .add("softer", "Shortcut+Down", hasLane, () -> change(it -> moved(it, -1)))
                .add("lane-above", "Up", hasSong, () -> select(-1))
                .add("lane-below", "Down", hasSong, () -> select(1))
                .add("all-waveforms", "Alt+1", hasSong, () -> showAll(LaneView.WAVEFORM))
                .add("all-spectrograms", "Alt+2", hasSong, () -> showAll(LaneView.SPECTROGRAM))
                .add("all-both", "Alt+3", hasSong, () -> showAll(LaneView.OVERLAY));
        for (int number = 1; number <= NUMBERED; number++) {
            int index = number - 1;
            BooleanBinding there = Bindings.createBooleanBinding(
                    () -> session.activeSong().filter(it -> it.stems().size() > index).isPresent(), session.activeSongProperty());
            list.add("solo-stem-" + number, Integer.toString(number), there, () -> soloStem(index));
        }
        return list.commands();
    }

    private Optional<Lane> lane() {
        return view.selectedLaneProperty().get().flatMap(id -> session.activeSong().flatMap(song -> song.lane(id)));
    }

    private void change(UnaryOperator<Strip> change) {
        lane().ifPresent(it -> set(it, change.apply(it.strip())));
    }

    private void set(Lane lane, Strip strip) {
        session.session().edit(new Edit.SetStrip(lane.id(), strip));
        session.session().endGesture();
    }

    private static Strip moved(Strip strip, double db) {
        return strip.withGainDb(Math.clamp(strip.gainDb() + db, Strip.SILENT_DB, Strip.LOUDEST_DB));
    }

    private void soloStem(int index) {
        session.activeSong().map(song -> song.stems().get(index))
                .ifPresent(stem -> set(stem, stem.strip().withSoloed(!stem.strip().soloed())));
    }

    private void select(int step) {
        session.activeSong().ifPresent(song -> {
            List<Lane> lanes = song.folded() ? List.of(song.mix()) : song.lanes().toList();
            int now = lane().map(lanes::indexOf).orElse(step > 0 ? -1 : lanes.size());
            Lane next = lanes.get(Math.clamp(now + step, 0, lanes.size() - 1));
            view.selectedLaneProperty().set(Optional.of(next.id()));
        });
    }

    private void showAll(LaneView look) {
        session.activeSong().map(Song::lanes).ifPresent(lanes -> session.session().amend(new Edit.All(
                lanes.map(it -> (Edit) new Edit.SetLook(it.id(), it.look().withView(look))).toList())));
    }
}
