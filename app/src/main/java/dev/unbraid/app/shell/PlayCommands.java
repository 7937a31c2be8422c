package dev.unbraid.app.shell;

import dev.unbraid.app.mirror.Desk;
import dev.unbraid.app.mirror.PlaybackMirror;
import dev.unbraid.app.mirror.SessionMirror;
import dev.unbraid.app.mirror.ViewMirror;
import dev.unbraid.assets.AudioAsset;
import dev.unbraid.audio.FrameRange;
import dev.unbraid.playback.Transport;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.BooleanBinding;

/// What is heard, and from where.
final class PlayCommands {
    private static final double STEP_SECONDS = 1;
    private static final double LEAP_SECONDS = 10;
    private static final double FASTEST = 8;

    private final SessionMirror session;
    private final PlaybackMirror playback;
    private final ViewMirror view;
    private double shuttleRate;

    PlayCommands(Desk desk) {
        this.session = desk.session();
        this.playback = desk.playback();
        this.view = desk.view();
    }

    List<Command> list() {
        BooleanBinding hasSong = Conditions.hasSong(session);
        return new CommandList(Command.Group.PLAY)
                .add("play", "Space", hasSong, playback.playingProperty(), this::playOrPause)
                .add("stop", "Period", hasSong, () -> {
                    shuttleRate = 0;
                    transport().stop();
                })
                .add("start", "Home", hasSong, () -> transport().seek(0))
                .add("end", "End", hasSong, () -> transport().seek(frames()))
                .add("back", "Left", hasSong, () -> move(-STEP_SECONDS))
                .add("forward", "Right", hasSong, () -> move(STEP_SECONDS))
                .add("leap-back", "Shift+Left", hasSong, () -> move(-LEAP_SECONDS))
                .add("leap-forward", "Shift+Right", hasSong, () -> move(LEAP_SECONDS))
                .add("shuttle-back", "J", hasSong, () -> shuttle(-1))
                .add("shuttle-stop", "K", hasSong, this::rest)
                .add("shuttle-forward", "L", hasSong, this::loopOrShuttle)
                .add("loop", "Shift+L", hasSong, Conditions.present(playback.loopProperty()), this::toggleLoop)
                .add("compare", "B", playback.comparableProperty(), playback.comparingProperty(),
                        () -> playback.comparingProperty().set(!playback.comparingProperty().get()))
                .commands();
    }

    private Transport transport() {
        return playback.transport();
    }

    private void playOrPause() {
        shuttleRate = 0;
        if (transport().isPlaying()) {
            transport().pause();
        } else {
            transport().play();
        }
    }

    private void rest() {
        shuttleRate = 0;
        transport().shuttle(0);
        transport().pause();
    }

    /// Each press doubles; the other direction begins anew.
    private void shuttle(int direction) {
        double now = shuttleRate == 0 && transport().isPlaying() ? 1 : shuttleRate;
        shuttleRate = now * direction > 0 ? Math.clamp(now * 2, -FASTEST, FASTEST) : direction;
        transport().shuttle(shuttleRate);
    }

    /// One key for both: at rest, what is selected is meant to be looped.
    private void loopOrShuttle() {
        Optional<FrameRange> selected = view.selectionProperty().get();
        if (selected.isPresent() && !transport().isPlaying()) {
            loop(selected);
        } else {
            shuttle(1);
        }
    }

    private void loop(Optional<FrameRange> wanted) {
        boolean already = playback.loopProperty().get().equals(wanted);
        playback.loopProperty().set(already ? Optional.empty() : wanted);
    }

    private void toggleLoop() {
        Optional<FrameRange> all = Optional.of(new FrameRange(0, frames()));
        playback.loopProperty().set(playback.loopProperty().get().isPresent()
                ? Optional.empty()
                : view.selectionProperty().get().or(() -> all));
    }

    private void move(double seconds) {
        session.activeSong().ifPresent(song -> {
            long frame = transport().positionFrame() + Math.round(seconds * song.source().spec().sampleRate());
            transport().seek(Math.clamp(frame, 0, frames()));
        });
    }

    private long frames() {
        return session.activeSong().flatMap(song -> session.session().sound(song.mix().asset()))
                .map(AudioAsset::frames).orElse(0L);
    }
}
