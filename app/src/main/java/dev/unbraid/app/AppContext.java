package dev.unbraid.app;

import dev.unbraid.app.fx.FxThread;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.app.mirror.PlaybackMirror;
import dev.unbraid.app.mirror.SessionMirror;
import dev.unbraid.app.mirror.ViewMirror;
import dev.unbraid.app.problems.Problems;
import dev.unbraid.overview.TileCache;
import dev.unbraid.playback.OutputDevice;
import dev.unbraid.playback.Transport;
import dev.unbraid.session.Playhead;
import dev.unbraid.session.Session;
import dev.unbraid.settings.Settings;
import dev.unbraid.settings.SettingsFile;
import dev.unbraid.settings.UserFolders;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Executor;

/// Everything behind the window, put together. Belongs to the JavaFX thread.
final class AppContext implements AutoCloseable {
    /// Levels of spectrograms; a quarter of the heap that the window is given.
    private static final long TILE_BYTES = 128L << 20;
    private static final int TILE_THREADS = Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, 4);

    private final Problems problems;
    private final SettingsKeeper settings;
    private final Session session;
    private final Transport transport = new Transport();
    private final PlaybackMirror playback;
    private final TileCache tiles;
    private final Desk desk;

    /// Opens an empty session.
    interface SessionOpener {
        /// @param owner runs tasks on the thread that owns the session
        Session open(Executor owner) throws IOException;
    }

    private AppContext(SettingsFile file, SettingsFile.Loaded loaded, Locale locale, SessionOpener opener) throws IOException {
        problems = new Problems(locale);
        loaded.problems().forEach(problems::tell);
        settings = new SettingsKeeper(file, loaded.settings(), problems);
        session = opener.open(new FxThread());
        SessionMirror sessionMirror = new SessionMirror(session);
        playback = new PlaybackMirror(transport, sessionMirror);
        tiles = new TileCache(session::sound, TILE_BYTES, TILE_THREADS);
        desk = new Desk(sessionMirror, playback, new ViewMirror(), tiles, settings.property(), locale);
        session.follow(playheadOf(transport));
        useOutput(loaded.settings().sound());
        settings.property().addListener((_, before, now) -> {
            if (!before.sound().equals(now.sound())) {
                useOutput(now.sound());
            }
        });
    }

    /// @throws IOException if there is no place for the session's sounds
    static AppContext open(UserFolders folders, SessionOpener opener) throws IOException {
        SettingsFile file = new SettingsFile(folders);
        SettingsFile.Loaded loaded = file.load();
        String language = loaded.settings().appearance().language();
        Locale locale = language.isEmpty() ? Locale.getDefault() : Locale.forLanguageTag(language);
        return new AppContext(file, loaded, locale, opener);
    }

    private static Playhead playheadOf(Transport transport) {
        return new Playhead() {
            @Override
            public long positionFrame() {
                return transport.positionFrame();
            }

            @Override
            public boolean isPlaying() {
                return transport.isPlaying();
            }
        };
    }

    private void useOutput(Settings.Sound sound) {
        OutputDevice device = sound.device().isEmpty() ? OutputDevice.SYSTEM : new OutputDevice(sound.device(), sound.device());
        transport.useOutput(device, sound.bufferFrames());
    }

    Desk desk() {
        return desk;
    }

    Problems problems() {
        return problems;
    }

    @Override
    public void close() {
        playback.stop();
        transport.close();
        tiles.close();
        session.close();
        settings.close();
    }
}
