package dev.unbraid.project;

import dev.unbraid.audio.AssetId;
import dev.unbraid.audio.AudioSpec;
import dev.unbraid.audio.FrameRange;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// From JSON to values, each checked; [ProjectJsonWriter] is its mirror.
final class ProjectJsonReader {
    private ProjectJsonReader() {}

    static ProjectFile.Content content(JsonPart json) throws ProjectFileException {
        List<Song> songs = json.list("songs", ProjectJsonReader::song);
        Set<Object> known = new HashSet<>();
        for (Song song : songs) {
            if (!known.add(song.id()) || !song.lanes().allMatch(lane -> known.add(lane.id()))) {
                throw json.damaged("songs", "two of one name in \"%s\"".formatted(song.title()));
            }
        }
        Optional<SongId> active = json.optional("active", it -> new SongId(it.text()));
        Project project = json.part("songs").as(_ -> new Project(songs, active));
        return new ProjectFile.Content(
                project,
                json.optional("view", ProjectJsonReader::view).orElse(ProjectView.START),
                json.list("sounds", it -> new ProjectFile.Sound(new AssetId(it.text("asset")), it.text("file"))));
    }

    private static Song song(JsonPart json) throws ProjectFileException {
        return new Song(
                new SongId(json.text("id")),
                json.text("title"),
                json.part("source").as(ProjectJsonReader::source),
                json.part("mix").as(ProjectJsonReader::lane),
                json.list("stems", ProjectJsonReader::lane),
                json.optional("recipe", ProjectJsonReader::recipe),
                json.optional("sum", it -> SumJson.sum(it, ProjectJsonReader::lane)).orElse(StemSum.OPEN),
                json.flag("folded"));
    }

    private static SongSource source(JsonPart json) throws ProjectFileException {
        return new SongSource(
                json.text("path"),
                json.text("format"),
                new AudioSpec(json.whole("sampleRate"), json.whole("channels")),
                json.whole("bitsPerSample"));
    }

    private static Lane lane(JsonPart json) throws ProjectFileException {
        return new Lane(
                new LaneId(json.text("id")),
                json.text("name"),
                json.text("stem"),
                new AssetId(json.text("asset")),
                json.part("strip").as(ProjectJsonReader::strip),
                json.part("look").as(ProjectJsonReader::look));
    }

    private static Strip strip(JsonPart json) throws ProjectFileException {
        return new Strip(json.number("gainDb"), json.number("pan"), json.flag("muted"), json.flag("soloed"));
    }

    private static LaneLook look(JsonPart json) throws ProjectFileException {
        String view = json.text("view");
        return new LaneLook(
                Arrays.stream(LaneView.values())
                        .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(view))
                        .findFirst()
                        .orElseThrow(() -> json.damaged("view", view)),
                json.whole("heightPx"),
                json.text("colour"));
    }

    private static Recipe recipe(JsonPart json) throws ProjectFileException {
        return new Recipe(
                json.text("inputSha256"), json.text("model"), json.list("stems", JsonPart::text),
                json.whole("shifts"), json.number("overlap"), json.longWhole("seed"),
                json.optional("refinements").isPresent() ? json.list("refinements", ProjectJsonReader::refinement) : List.of());
    }

    private static Refinement refinement(JsonPart json) throws ProjectFileException {
        return new Refinement(
                range(json), json.text("model"), json.whole("shifts"), json.number("overlap"), json.longWhole("seed"));
    }

    private static ProjectView view(JsonPart json) throws ProjectFileException {
        return new ProjectView(
                json.longWhole("playheadFrame"),
                json.optional("visible", ProjectJsonReader::range),
                json.optional("selection", ProjectJsonReader::range));
    }

    private static FrameRange range(JsonPart json) throws ProjectFileException {
        return new FrameRange(json.longWhole("startFrame"), json.longWhole("endFrame"));
    }
}
