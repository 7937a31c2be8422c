package dev.unbraid.app.transport;

import dev.unbraid.app.controls.EditableText;
import dev.unbraid.app.controls.TimeText;
import dev.unbraid.app.controls.Tip;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.project.Song;
import dev.unbraid.project.SongId;
import dev.unbraid.ui.Messages;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/// The row of buttons and figures that rule playback. Its methods are for keys and menus.
public final class TransportBar extends HBox {
    private static final PseudoClass ON = PseudoClass.getPseudoClass("on");

    private final Desk desk;
    private final Messages messages;
    private final Playhead playhead;
    private final Button play;
    private final Button loop;
    private final EditableText time;
    private final Label total = new Label();
    private Optional<SongId> song = Optional.empty();
    private long shownFrame = -1;
    private long shownFrames = -1;

    public TransportBar(Desk desk) {
        super(10);
        this.desk = desk;
        messages = Messages.of("transport", desk.locale());
        playhead = new Playhead(desk);
        getStyleClass().add("ub-transport");
        setAlignment(Pos.CENTER);
        play = button(MaterialDesignP.PLAY, "play", this::togglePlay);
        loop = button(MaterialDesignR.REPEAT, "loop", this::toggleLoop);
        time = new EditableText(EditableText.Gesture.CLICK, typed -> TimeText.parse(typed).ifPresent(playhead::seekSeconds));
        getChildren().addAll(button(MaterialDesignS.SKIP_PREVIOUS, "start", this::toStart), play,
                button(MaterialDesignS.STOP, "stop", this::stop), loop, times());
        addPractice();
        desk.playback().playingProperty().subscribe(this::showPlaying);
        desk.playback().loopProperty().subscribe(range -> loop.pseudoClassStateChanged(ON, range.isPresent()));
        desk.playback().frameNanosProperty().subscribe(_ -> showTime());
        desk.session().activeSongProperty().subscribe(active -> changeSong(active.map(Song::id)));
    }

    private Button button(Ikon icon, String key, Runnable action) {
        Button button = new Button("", new FontIcon(icon));
        button.getStyleClass().addAll("ub-icon-button", "ub-transport-" + key);
        button.setAccessibleText(messages.text(key));
        Tip.on(button, messages.text(key + ".tip"));
        button.setOnAction(_ -> action.run());
        return button;
    }

    private HBox times() {
        time.getStyleClass().addAll("ub-time", "ub-number");
        time.setAccessibleText(messages.text("time"));
        Tip.on(time, messages.text("time"));
        total.getStyleClass().addAll("ub-time-total", "ub-number");
        HBox times = new HBox(6, time, total);
        times.setAlignment(Pos.CENTER_LEFT);
        times.getStyleClass().add("ub-times");
        return times;
    }

    private void addPractice() {
        Practice practice = new Practice(desk.playback().transport());
        PracticePopup speeds = PracticePopup.speed(practice, messages);
        PracticePopup pitches = PracticePopup.pitch(practice, messages);
        Button speed = practiceButton("speed.tip", speeds);
        Button pitch = practiceButton("pitch.tip", pitches);
        practice.speedPercentProperty().subscribe(percent -> {
            speed.setText(Practice.speedText(percent.intValue()));
            speed.pseudoClassStateChanged(ON, percent.intValue() != 100);
        });
        Runnable showPitch = () -> {
            pitch.setText(Practice.pitchText(practice.pitchCents()));
            pitch.pseudoClassStateChanged(ON, practice.pitchCents() != 0);
        };
        practice.semitonesProperty().subscribe(showPitch);
        practice.centsProperty().subscribe(showPitch);
        showPitch.run();
        getChildren().addAll(speed, pitch);
    }

    private Button practiceButton(String key, PracticePopup popup) {
        Button button = new Button();
        button.getStyleClass().addAll("ub-practice-button", "ub-number");
        Tip.on(button, messages.text(key));
        button.setAccessibleText(messages.text(key));
        button.setOnAction(_ -> popup.toggle(button));
        return button;
    }

    private void showPlaying(boolean playing) {
        ((FontIcon) play.getGraphic()).setIconCode(playing ? MaterialDesignP.PAUSE : MaterialDesignP.PLAY);
        play.setAccessibleText(messages.text(playing ? "pause" : "play"));
        play.pseudoClassStateChanged(ON, playing);
    }

    private void showTime() {
        long frame = desk.playback().positionFrameProperty().get();
        long frames = playhead.frames();
        if (frame != shownFrame || frames != shownFrames) {
            shownFrame = frame;
            shownFrames = frames;
            time.textProperty().set(TimeText.of(Math.max(0, frame), playhead.sampleRate()));
            total.setText("/ " + TimeText.of(frames, playhead.sampleRate()));
        }
    }

    private void changeSong(Optional<SongId> now) {
        if (!now.equals(song)) {
            song = now;
            // A loop is a stretch of one song.
            desk.playback().loopProperty().set(Optional.empty());
        }
    }

    public void togglePlay() {
        playhead.togglePlay();
    }

    public void stop() {
        playhead.stop();
    }

    public void toStart() {
        playhead.seek(0);
    }

    public void toEnd() {
        playhead.seek(Long.MAX_VALUE);
    }

    /// @param seconds backwards if negative
    public void nudge(double seconds) {
        playhead.nudge(seconds);
    }

    /// The loop off; or on, over what is selected, or else over the whole song.
    public void toggleLoop() {
        playhead.toggleLoop();
    }

    /// Key L: forward, and faster at every call.
    public void shuttleForward() {
        playhead.shuttleForward();
    }

    /// Key J: back, and faster at every call.
    public void shuttleBack() {
        playhead.shuttleBack();
    }

    /// Key K.
    public void shuttleStop() {
        playhead.shuttleStop();
    }
}
