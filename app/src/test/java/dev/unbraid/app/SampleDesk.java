package dev.unbraid.app;

import dev.unbraid.app.fx.FxThread;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.app.mirror.PlaybackMirror;
import dev.unbraid.app.mirror.SessionMirror;
import dev.unbraid.app.mirror.ViewMirror;
import dev.unbraid.overview.TileCache;
import dev.unbraid.playback.Transport;
import dev.unbraid.plugin.JobControl;
import dev.unbraid.project.Edit;
import dev.unbraid.project.Song;
import dev.unbraid.separation.ModelBag;
import dev.unbraid.separation.ModelUnavailableException;
import dev.unbraid.session.SeparationDevice;
import dev.unbraid.session.SeparatorModel;
import dev.unbraid.session.Separators;
import dev.unbraid.session.Session;
import dev.unbraid.settings.Settings;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleObjectProperty;

import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/// A desk of real parts with one short song of four stems on it, for tests of the window. Made on the JavaFX thread;
/// the song comes a moment later.
public final class SampleDesk implements AutoCloseable {
    private static final int SAMPLE_RATE = 44_100;

    private final Session session;
    private final Transport transport = new Transport();
    private final TileCache tiles;
    private final Desk desk;

    /// @param folder of this desk alone
    /// @param locale of the texts
    public SampleDesk(Path folder, Locale locale) throws IOException {
        session = new Session(folder.resolve("session"), new NoSeparators(), new FxThread());
        SessionMirror mirror = new SessionMirror(session);
        tiles = new TileCache(session::sound, 1 << 24, 1);
        desk = new Desk(mirror, new PlaybackMirror(transport, mirror), new ViewMirror(), tiles,
                new SimpleObjectProperty<>(Settings.USUAL), locale);
        session.open(song(folder.resolve("busy.wav"), 3));
    }

    public Desk desk() {
        return desk;
    }

    /// Whether the song is read and its stems can be put in.
    public boolean isRead() {
        return session.project().activeSong().flatMap(it -> session.sound(it.mix().asset()))
                .filter(it -> it.isComplete()).isPresent();
    }

    /// Stems that all sound like the song.
    public void separate() {
        Song song = session.project().activeSong().orElseThrow();
        session.edit(new Edit.AddStems(song.id(), SampleSong.stems(song.mix().asset()), SampleSong.RECIPE));
    }

    private static Path song(Path file, int seconds) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(seconds * SAMPLE_RATE * 4).order(ByteOrder.LITTLE_ENDIAN);
        for (int frame = 0; frame < seconds * SAMPLE_RATE; frame++) {
            short level = (short) (9000 * Math.sin(2 * Math.PI * 440 * frame / SAMPLE_RATE));
            bytes.putShort(level).putShort(level);
        }
        AudioFormat format = new AudioFormat(SAMPLE_RATE, 16, 2, true, false);
        try (AudioInputStream sound = new AudioInputStream(
                new ByteArrayInputStream(bytes.array()), format, (long) seconds * SAMPLE_RATE)) {
            AudioSystem.write(sound, AudioFileFormat.Type.WAVE, file.toFile());
        }
        return file;
    }

    @Override
    public void close() {
        desk.playback().stop();
        transport.close();
        tiles.close();
        session.close();
    }

    /// A machine without models.
    private static final class NoSeparators implements Separators {
        @Override
        public List<SeparatorModel> models() {
            return List.of();
        }

        @Override
        public List<SeparationDevice> devices() {
            return List.of();
        }

        @Override
        public ModelBag open(String model, String device) throws ModelUnavailableException {
            throw new UnsupportedOperationException(model);
        }

        @Override
        public boolean install(String model, JobControl control) {
            throw new UnsupportedOperationException(model);
        }

        @Override
        public SeparatorModel importFile(Path file) {
            throw new UnsupportedOperationException(file.toString());
        }
    }
}
