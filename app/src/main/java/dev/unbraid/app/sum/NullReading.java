package dev.unbraid.app.sum;

import dev.unbraid.app.fx.Background;
import dev.unbraid.app.mirror.Desk;
import dev.unbraid.assets.AudioAsset;
import dev.unbraid.audio.FrameRange;
import dev.unbraid.project.Song;
import dev.unbraid.session.NullLevel;
import dev.unbraid.session.Session;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// How much the mix and the sum of the stems of the active song differ: around the playhead, and in all of the song once
/// all of it is there. Reads sounds in the background, and only where something has changed.
final class NullReading {
    private static final long NANOS_BETWEEN = 200_000_000;
    /// 93 ms at 44.1 kHz, on either side half of it.
    private static final int WINDOW_FRAMES = 1 << 12;

    private final Desk desk;
    private final Background background;
    private final ReadOnlyObjectWrapper<Optional<NullLevel>> here = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<NullLevel>> song = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<Asked> asked = Optional.empty();
    private List<AudioAsset> measured = List.of();
    private boolean busy;
    private long lookedNanos;

    /// What was asked about: the mix, then the stems.
    private record Asked(List<AudioAsset> sounds, FrameRange range) {
        boolean isThere() {
            return range.length() > 0 && sounds.stream().allMatch(it -> it.coverage().holds(range));
        }

        NullLevel answer() {
            return NullLevel.of(sounds.getFirst(), sounds.subList(1, sounds.size()), range);
        }
    }

    NullReading(Desk desk, Background background) {
        this.desk = desk;
        this.background = background;
    }

    /// Empty while stems are missing there.
    ReadOnlyObjectProperty<Optional<NullLevel>> hereProperty() {
        return here.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Optional<NullLevel>> songProperty() {
        return song.getReadOnlyProperty();
    }

    /// Cheap to be called every frame.
    void look(long nowNanos) {
        if (nowNanos - lookedNanos < NANOS_BETWEEN) {
            return;
        }
        lookedNanos = nowNanos;
        List<AudioAsset> sounds = desk.session().activeSong().map(this::sounds).orElse(List.of());
        lookAround(sounds);
        lookAtAll(sounds);
    }

    /// Empty unless all are known, and there are stems.
    private List<AudioAsset> sounds(Song active) {
        Session session = desk.session().session();
        List<AudioAsset> sounds = Stream.concat(Stream.of(active.mix()), active.stems().stream())
                .flatMap(it -> session.sound(it.asset()).stream()).toList();
        return sounds.size() == 1 + active.stems().size() && sounds.size() > 1 ? sounds : List.of();
    }

    private void lookAround(List<AudioAsset> sounds) {
        Optional<Asked> now = sounds.stream().findFirst().map(mix -> {
            long from = Math.max(0, desk.playback().positionFrameProperty().get() - WINDOW_FRAMES / 2);
            long end = Math.min(mix.frames(), from + WINDOW_FRAMES);
            return new Asked(sounds, new FrameRange(Math.min(from, end), end));
        }).filter(Asked::isThere);
        if (now.isEmpty()) {
            asked = now;
            here.set(Optional.empty());
        } else if (!busy && !now.equals(asked)) {
            asked = now;
            busy = true;
            background.ask(now.get()::answer, level -> {
                busy = false;
                show(now, level);
            }, _ -> busy = false);
        }
    }

    private void show(Optional<Asked> about, NullLevel level) {
        if (Objects.equals(about, asked)) {
            here.set(Optional.of(level));
        }
    }

    private void lookAtAll(List<AudioAsset> sounds) {
        if (sounds.equals(measured)) {
            return;
        }
        if (sounds.isEmpty() || !sounds.stream().allMatch(AudioAsset::isComplete)) {
            measured = List.of();
            song.set(Optional.empty());
            return;
        }
        measured = sounds;
        song.set(Optional.empty());
        Asked all = new Asked(sounds, new FrameRange(0, sounds.getFirst().frames()));
        background.ask(all::answer, level -> {
            if (sounds.equals(measured)) {
                song.set(Optional.of(level));
            }
        }, _ -> {});
    }
}
