package dev.unbraid.project;

import dev.unbraid.audio.AssetId;
import dev.unbraid.audio.AudioSpec;
import dev.unbraid.audio.FrameRange;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;

/// Documents and edits for tests, the same ones from the same seed.
public final class Documents {
    public static final List<String> STEMS = List.of("drums", "bass", "other", "vocals");
    private static final LaneLook LOOK = new LaneLook(LaneView.WAVEFORM, 92, "#c9d1e3");

    private final Random random;
    private int names;

    public Documents(long seed) {
        random = new Random(seed);
    }

    /// A song whose ids all begin with its own.
    public static Song song(String id) {
        SongSource source = new SongSource("/Müsik/" + id + " 绊.flac", "FLAC", new AudioSpec(44_100, 2), 24);
        return new Song(new SongId(id), "Song " + id, source, lane(id, Lane.MIX), List.of(), Optional.empty(), StemSum.OPEN, false);
    }

    public static Song separated(String id) {
        return song(id).withStems(STEMS.stream().map(stem -> lane(id, stem)).toList(), recipe());
    }

    public static Project of(Song... songs) {
        Project project = Project.EMPTY;
        for (Song song : songs) {
            project = new Edit.AddSong(song, project.songs().size()).applyTo(project);
        }
        return project;
    }

    public static Recipe recipe() {
        return new Recipe("00ff", "htdemucs", STEMS, 1, 0.25, Long.MIN_VALUE,
                List.of(new Refinement(new FrameRange(7, Long.MAX_VALUE), "htdemucs_ft", 2, 0.5, -1)));
    }

    public static Lane lane(String song, String stem) {
        String id = song + "-" + stem;
        return new Lane(new LaneId(id), stem, stem, new AssetId(id), Strip.NEUTRAL, LOOK);
    }

    /// An edit that the document allows.
    public Edit edit(Project project) {
        if (project.songs().isEmpty() || random.nextInt(20) == 0) {
            return new Edit.AddSong(song("s" + names++), random.nextInt(4));
        }
        Song song = pick(project.songs());
        Lane lane = pick(song.lanes().toList());
        return switch (random.nextInt(16)) {
            case 0 -> new Edit.RemoveSong(song.id());
            case 1 -> new Edit.ActivateSong(song.id());
            case 2 -> new Edit.RenameSong(song.id(), "Título \"%d\"\n".formatted(random.nextInt(3)));
            case 3 -> new Edit.FoldSong(song.id(), random.nextBoolean());
            case 4 -> new Edit.AddStems(song.id(), separated(song.id().value()).stems(), recipe());
            case 5 -> new Edit.RemoveStems(song.id());
            case 6 -> new Edit.RenameLane(lane.id(), "鼓 " + random.nextInt(3));
            case 7 -> new Edit.SetLook(lane.id(), look());
            case 8 -> song.stems().isEmpty()
                    ? new Edit.All(List.of(edit(project)))
                    : new Edit.MoveStem(pick(song.stems()).id(), random.nextInt(6));
            case 9 -> new Edit.All(List.of(
                    new Edit.RenameSong(song.id(), "both"), new Edit.SetStrip(lane.id(), strip())));
            default -> new Edit.SetStrip(lane.id(), strip());
        };
    }

    /// The documents that some edits lead to, the first one empty.
    public Stream<Project> walk(int edits) {
        return Stream.iterate(Project.EMPTY, it -> edit(it).applyTo(it)).limit(edits + 1);
    }

    private Strip strip() {
        return new Strip(random.nextInt(-60, 13), random.nextDouble(-1, 1), random.nextBoolean(), random.nextBoolean());
    }

    private LaneLook look() {
        return new LaneLook(pick(List.of(LaneView.values())), random.nextInt(32, 601), "#%06x".formatted(random.nextInt(1 << 24)));
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
