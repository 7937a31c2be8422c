package dev.unbraid.app.mixer;

import dev.unbraid.app.controls.GainText;
import dev.unbraid.app.fx.Background;
import dev.unbraid.app.mirror.SessionMirror;
import dev.unbraid.assets.AudioAsset;
import dev.unbraid.audio.AssetId;
import dev.unbraid.project.Lane;
import dev.unbraid.session.SoundLevels;
import dev.unbraid.ui.Messages;

import java.util.Optional;
import java.util.function.Consumer;

/// Peak and loudness of a whole sound as a line, measured once when all of it is there.
final class SongFiguresText {
    private final SessionMirror session;
    private final Consumer<String> line;
    private final Messages messages;
    private final Background background = new Background();
    private Optional<AssetId> wanted = Optional.empty();
    private Optional<AssetId> asked = Optional.empty();

    SongFiguresText(SessionMirror session, Consumer<String> line, Messages messages) {
        this.session = session;
        this.line = line;
        this.messages = messages;
    }

    void follow(Lane lane) {
        if (!wanted.equals(Optional.of(lane.asset()))) {
            wanted = Optional.of(lane.asset());
            line.accept("");
        }
    }

    /// Begins to measure once the sound is complete; cheap to be called every frame.
    void read() {
        if (!wanted.equals(asked)) {
            wanted.flatMap(session.session()::sound).filter(AudioAsset::isComplete).ifPresent(sound -> {
                asked = wanted;
                // A sound that cannot be measured says nothing.
                background.ask(() -> SoundLevels.of(sound), levels -> show(sound.id(), levels), _ -> {});
            });
        }
    }

    private void show(AssetId sound, SoundLevels levels) {
        if (wanted.equals(Optional.of(sound))) {
            String peak = messages.text("peak", signed(levels.peakDb()));
            line.accept(levels.lufs().isEmpty() ? peak
                    : peak + " · " + messages.text("loudness", signed(levels.lufs().getAsDouble())));
        }
    }

    private static String signed(double db) {
        return GainText.number(Math.max(db, -59.9));
    }
}
