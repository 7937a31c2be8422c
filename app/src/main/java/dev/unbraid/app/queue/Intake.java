package dev.unbraid.app.queue;

import dev.unbraid.app.fx.Background;
import dev.unbraid.batch.FoundSongs;
import dev.unbraid.batch.QueuedSong;
import dev.unbraid.batch.SongQueue;
import dev.unbraid.batch.SongState;
import dev.unbraid.codec.AudioFileInfo;
import dev.unbraid.codec.AudioFiles;
import dev.unbraid.codec.AudioReader;
import dev.unbraid.session.SoundFolder.Depth;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Songs on their way into the queue: found in folders, and looked into for how long they are. What holds no sound is
/// known before anything begins.
final class Intake {
    /// So many are looked into before the screen hears.
    private static final int HANDFUL = 12;

    private final SongQueue queue;
    private final Background background;
    private final Runnable changed;
    private final Deque<QueuedSong> toLookInto = new ArrayDeque<>();
    private int searches;
    private boolean looking;

    /// @param changed hears whenever there are more songs, or more is known of some
    Intake(SongQueue queue, Background background, Runnable changed) {
        this.queue = queue;
        this.background = background;
        this.changed = changed;
    }

    /// Whether anything is still to be found out.
    boolean isBusy() {
        return searches > 0 || looking;
    }

    /// @param output  where stems go
    /// @param refused hears what gave no songs
    void add(List<Path> named, Depth depth, Path output, Consumer<List<FoundSongs.Refused>> refused) {
        searches++;
        background.ask(() -> FoundSongs.among(named, depth, output), found -> {
            searches--;
            toLookInto.addAll(queue.addNew(found.songs()));
            refused.accept(found.refused());
            lookFurther();
            changed.run();
        }, problem -> {
            searches--;
            refused.accept(List.of(new FoundSongs.Refused.Failed(named.getFirst(), new IOException(problem))));
            changed.run();
        });
    }

    /// What was found in a file.
    private record Look(QueuedSong song, Optional<AudioFileInfo> info, Optional<Exception> problem) {}

    private void lookFurther() {
        List<QueuedSong> handful = new ArrayList<>();
        while (!looking && handful.size() < HANDFUL && !toLookInto.isEmpty()) {
            handful.add(toLookInto.removeFirst());
        }
        if (handful.isEmpty()) {
            return;
        }
        looking = true;
        background.ask(() -> handful.stream().map(Intake::look).toList(), this::learn, _ -> learn(List.of()));
    }

    private static Look look(QueuedSong song) {
        try (AudioReader reader = AudioFiles.open(song.file())) {
            return new Look(song, Optional.of(reader.info()), Optional.empty());
        } catch (IOException | RuntimeException e) {
            return new Look(song, Optional.empty(), Optional.of(e));
        }
    }

    private void learn(List<Look> looks) {
        for (Look look : looks) {
            look.info.ifPresent(look.song::learn);
            if (look.song.state() instanceof SongState.Waiting) {
                look.problem.ifPresent(problem -> queue.end(look.song, new SongState.Failed(problem)));
            }
        }
        looking = false;
        lookFurther();
        changed.run();
    }
}
