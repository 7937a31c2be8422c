package dev.unbraid.session;

import dev.unbraid.project.Edit;
import dev.unbraid.project.Project;
import dev.unbraid.project.Song;
import dev.unbraid.project.SongId;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Brings imported songs into the document in the order in which they were asked for, whichever is read first.
/// Belongs to the session's thread.
final class SongOrder {
    private final Document document;
    private final Map<SongId, Integer> asked;
    private final int number;

    private SongOrder(Document document, Map<SongId, Integer> asked, int number) {
        this.document = document;
        this.asked = asked;
        this.number = number;
    }

    static SongOrder of(Document document) {
        return new SongOrder(document, new HashMap<>(), 0);
    }

    /// The place after this one, for the song that is asked for next.
    SongOrder next() {
        return new SongOrder(document, asked, number + 1);
    }

    void add(Song song) {
        asked.put(song.id(), number);
        List<Song> songs = document.project().songs();
        int index = songs.size();
        while (index > 0 && asked.getOrDefault(songs.get(index - 1).id(), 0) > number) {
            index--;
        }
        document.edit(new Edit.AddSong(song, index));
    }

    /// As if it had never been there.
    void withdraw(Song song) {
        document.rewrite(state -> contains(state, song) ? new Edit.RemoveSong(song.id()).applyTo(state) : state);
    }

    private static boolean contains(Project project, Song song) {
        return project.song(song.id()).isPresent();
    }
}
