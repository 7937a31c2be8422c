package dev.unbraid.app.mirror;

import dev.unbraid.audio.FrameRange;
import dev.unbraid.mix.LaneMeter;
import dev.unbraid.mix.MixScene;
import dev.unbraid.playback.OutputState;
import dev.unbraid.playback.Transport;
import dev.unbraid.project.Lane;
import dev.unbraid.project.LaneId;
import dev.unbraid.project.Song;
import dev.unbraid.project.StemSum;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;

/// The transport as properties, read once a frame; hands every change of the document to it.
public final class PlaybackMirror {
    private final Transport transport;
    private final SessionMirror session;
    private final Map<LaneId, LaneMeter> meters = new HashMap<>();
    private final ReadOnlyLongWrapper positionFrame = new ReadOnlyLongWrapper();
    private final ReadOnlyLongWrapper frameNanos = new ReadOnlyLongWrapper();
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<OutputState> output = new ReadOnlyObjectWrapper<>(new OutputState.Closed());
    private final ObjectProperty<Optional<FrameRange>> loop = new SimpleObjectProperty<>(Optional.empty());
    private final ReadOnlyBooleanWrapper comparable = new ReadOnlyBooleanWrapper();
    private final BooleanProperty comparing = new SimpleBooleanProperty();
    private final ObjectProperty<Optional<LaneId>> hearing = new SimpleObjectProperty<>(Optional.empty());
    private final AnimationTimer reader = new AnimationTimer() {
        @Override
        public void handle(long nowNanos) {
            read();
            frameNanos.set(nowNanos);
        }
    };

    public PlaybackMirror(Transport transport, SessionMirror session) {
        this.transport = transport;
        this.session = session;
        session.projectProperty().addListener((_, _, _) -> publish());
        session.differencesProperty().addListener((_, _, _) -> publish());
        comparing.addListener((_, _, on) -> {
            if (on) {
                hearing.set(Optional.empty());
            }
            publish();
        });
        hearing.addListener((_, _, stem) -> {
            if (stem.isPresent()) {
                comparing.set(false);
            }
            publish();
        });
        loop.addListener((_, _, range) -> transport.setLoop(range));
        publish();
        reader.start();
    }

    private void publish() {
        Optional<Song> before = session.activeSong().flatMap(it -> session.session().before(it.id()));
        comparable.set(before.isPresent());
        if (before.isEmpty()) {
            comparing.set(false);
        }
        Optional<Song> difference = session.activeSong().flatMap(this::difference);
        if (difference.isEmpty()) {
            hearing.set(Optional.empty());
        }
        transport.setScene(difference.or(() -> comparing.get() ? before : session.activeSong())
                .map(song -> MixScene.of(song, session.session()::sound, lane -> meter(lane.id()))));
    }

    /// The song as what one of its stems differs by, and nothing else.
    private Optional<Song> difference(Song song) {
        return hearing.get().flatMap(song::lane).flatMap(stem -> session.differencesProperty().get().stream()
                .filter(it -> it.stem().equals(stem.id()))
                .findFirst()
                .map(it -> {
                    Lane mix = song.mix().withStrip(song.mix().strip().withSoloed(false));
                    Lane heard = stem.withAsset(it.sound()).withStrip(stem.strip().withMuted(false).withSoloed(true));
                    return new Song(song.id(), song.title(), song.source(), mix, List.of(heard), song.recipe(),
                            StemSum.OPEN, song.folded());
                }));
    }

    private void read() {
        positionFrame.set(transport.positionFrame());
        playing.set(transport.isPlaying());
        output.set(transport.output());
    }

    /// For wishes.
    public Transport transport() {
        return transport;
    }

    /// The frame of the active song that is heard now.
    public ReadOnlyLongProperty positionFrameProperty() {
        return positionFrame.getReadOnlyProperty();
    }

    /// When the screen's current frame began, after all else was read: for what is to be painted anew each frame.
    public ReadOnlyLongProperty frameNanosProperty() {
        return frameNanos.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty playingProperty() {
        return playing.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<OutputState> outputProperty() {
        return output.getReadOnlyProperty();
    }

    /// Whether the active song had other stems before these.
    public ReadOnlyBooleanProperty comparableProperty() {
        return comparable.getReadOnlyProperty();
    }

    /// Whether those are heard, mixed as these.
    public BooleanProperty comparingProperty() {
        return comparing;
    }

    /// The stem that is heard as what it differs by from what it was, alone.
    public ObjectProperty<Optional<LaneId>> hearingProperty() {
        return hearing;
    }

    /// What is played round and round; empty plays on.
    public ObjectProperty<Optional<FrameRange>> loopProperty() {
        return loop;
    }

    public LaneMeter meter(LaneId lane) {
        return meters.computeIfAbsent(lane, _ -> new LaneMeter());
    }

    /// Ends reading; the transport is its owner's to close.
    public void stop() {
        reader.stop();
    }
}
