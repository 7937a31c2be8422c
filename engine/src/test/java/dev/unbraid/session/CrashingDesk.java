package dev.unbraid.session;

import dev.unbraid.project.Edit;
import dev.unbraid.project.SongId;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.List;

/// A process that opens a song, takes it apart, changes something, says so, and waits to be killed.
final class CrashingDesk {
    static final String READY = "ready";
    static final String TITLE = "Not yet saved 绊";

    private CrashingDesk() {}

    /// @param args the session's folder, then a sound file
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        OwnedSession desk = OwnedSession.in(folder, new ToySeparators(Desk.model(0.25f, 0.75f)));
        desk.end(desk.ask(it -> it.open(Path.of(args[1]))));
        SongId song = desk.project().songs().getFirst().id();
        desk.end(desk.ask(it -> it.separate(new SeparateWish(song, "toy", List.of(), 0, "cpu"))));
        desk.tell(it -> it.edit(new Edit.RenameSong(song, TITLE)));
        awaitText(folder.resolve("document.unbraid"), TITLE);
        System.out.println(READY);
        System.in.read();
    }

    private static void awaitText(Path file, String text) throws Exception {
        try (WatchService changes = file.getFileSystem().newWatchService()) {
            file.getParent().register(
                    changes, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
            while (!Files.exists(file) || !Files.readString(file).contains(text)) {
                WatchKey key = changes.take();
                key.pollEvents();
                key.reset();
            }
        }
    }
}
