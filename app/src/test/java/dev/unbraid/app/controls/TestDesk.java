package dev.unbraid.app.controls;

import dev.unbraid.app.fx.FxThread;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.app.mirror.PlaybackMirror;
import dev.unbraid.app.mirror.SessionMirror;
import dev.unbraid.app.mirror.ViewMirror;
import dev.unbraid.overview.TileCache;
import dev.unbraid.playback.Transport;
import dev.unbraid.session.Separators;
import dev.unbraid.session.Session;
import dev.unbraid.settings.Settings;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import javafx.beans.property.SimpleObjectProperty;

/// A desk of real parts in a folder of its own. Made and closed on the JavaFX thread.
public final class TestDesk implements AutoCloseable {
    private static final long TILE_BYTES = 256L << 20;
    private static final int TILE_THREADS = 2;

    private final Session session;
    private final Transport transport = new Transport();
    private final TileCache tiles;
    private final Desk desk;

    public TestDesk(Path folder, Separators separators) throws IOException {
        session = new Session(folder.resolve("session"), separators, new FxThread());
        SessionMirror mirror = new SessionMirror(session);
        tiles = new TileCache(session::sound, TILE_BYTES, TILE_THREADS);
        desk = new Desk(mirror, new PlaybackMirror(transport, mirror), new ViewMirror(), tiles,
                new SimpleObjectProperty<>(Settings.USUAL), Locale.ENGLISH);
    }

    public Session session() {
        return session;
    }

    public Transport transport() {
        return transport;
    }

    public Desk desk() {
        return desk;
    }

    @Override
    public void close() {
        desk.playback().stop();
        transport.close();
        tiles.close();
        session.close();
    }
}
