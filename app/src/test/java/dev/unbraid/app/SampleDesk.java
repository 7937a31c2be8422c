package dev.unbraid.app;

import dev.unbraid.app.controls.NoModels;
import dev.unbraid.app.controls.TestDesk;
import dev.unbraid.app.controls.TestSongs;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.project.Edit;
import dev.unbraid.project.Song;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/// A desk of real parts with one short song of four stems on it, for tests of the window. Made on the JavaFX thread;
/// the song comes a moment later.
public final class SampleDesk implements AutoCloseable {
    private static final int SAMPLE_RATE = 44_100;

    private final TestDesk desk;

    /// @param folder of this desk alone
    public SampleDesk(Path folder) throws IOException {
        desk = new TestDesk(folder, new NoModels());
        desk.session().open(song(folder.resolve("busy.wav"), 3));
    }

    public Desk desk() {
        return desk.desk();
    }

    /// Whether the song is read and its stems can be put in.
    public boolean isRead() {
        return desk.session().project().activeSong().flatMap(it -> desk.session().sound(it.mix().asset()))
                .filter(it -> it.isComplete()).isPresent();
    }

    /// Stems that all sound like the song.
    public void separate() {
        Song song = desk.session().project().activeSong().orElseThrow();
        desk.session().edit(new Edit.AddStems(song.id(), TestSongs.stems(song.mix().asset()), TestSongs.RECIPE));
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
        desk.close();
    }
}
