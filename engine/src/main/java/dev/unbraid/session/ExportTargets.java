package dev.unbraid.session;

import dev.unbraid.codec.AudioFiles;
import dev.unbraid.codec.AudioReader;
import dev.unbraid.codec.Tags;
import dev.unbraid.codec.UnreadableAudioException;
import dev.unbraid.project.Lane;
import dev.unbraid.project.LaneId;
import dev.unbraid.project.Project;
import dev.unbraid.project.Song;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The names of the files that an export will make.
///
/// `{track}` is the name of the song's file, `{title}` the song's title. `{stem}` is what the lane is called, `mixdown`
/// for what is heard, `instrumental` for all but the vocals, `no_drums` and alike for all but another stem.
public final class ExportTargets {
    private static final int MOST_CHARACTERS = 60;

    private ExportTargets() {}

    /// Opens the song's file if the names ask for its tags, and not otherwise.
    ///
    /// @return absolute paths, one for each output and no two alike
    /// @throws NameTemplateException if the template cannot be
    public static List<Path> of(ExportWish wish, Project project) {
        NameTemplate template = new NameTemplate(wish.place().nameTemplate());
        Song song = song(wish, project);
        String pattern = template.pattern();
        boolean asksForTags = List.of("{artist}", "{album}", "{date}").stream().anyMatch(pattern::contains);
        Tags tags = asksForTags ? tags(song) : titled(song, Tags.NONE);
        String model = song.recipe().map(it -> it.model()).orElse("");
        String extension = wish.sound().format().container().extension();
        String track = NameValues.trackOf(Path.of(song.source().path()));
        Path folder = wish.place().folder().toAbsolutePath().normalize();
        TrackNames taken = new TrackNames();
        return wish.outputs().stream()
                .map(output -> stem(output, song))
                .flatMap(stem -> taken.claim(copy -> {
                    String own = copy == 1 ? stem : "%s (%d)".formatted(stem, copy);
                    return List.of(folder.resolve(
                            template.resolve(new NameValues(track, own, extension, model, tags), 1)));
                }).stream())
                .toList();
    }

    static Song song(ExportWish wish, Project project) {
        return project.song(wish.song())
                .orElseThrow(() -> new IllegalArgumentException("no song " + wish.song()));
    }

    /// What the song's file says of itself, if it is still there; the title as the user wants it.
    static Tags tags(Song song) {
        try (AudioReader reader = AudioFiles.open(Path.of(song.source().path()))) {
            return titled(song, reader.info().tags());
        } catch (UnreadableAudioException e) {
            return titled(song, Tags.NONE);
        }
    }

    private static Tags titled(Song song, Tags tags) {
        return new Tags(Optional.of(song.title()), tags.artist(), tags.album(), tags.date());
    }

    private static String stem(ExportWish.Output output, Song song) {
        return switch (output) {
            case ExportWish.Output.Stem(LaneId lane) -> called(lane(song, lane));
            case ExportWish.Output.Heard() -> "mixdown";
            case ExportWish.Output.AllBut(LaneId lane) -> {
                Lane left = lane(song, lane);
                yield left.stem().equals("vocals") ? "instrumental" : "no_" + called(left);
            }
        };
    }

    /// As the command line calls it, unless the user has found another name.
    static String called(Lane lane) {
        String name = lane.name().isBlank() || lane.name().equalsIgnoreCase(lane.stem()) ? lane.stem() : lane.name();
        return name.codePointCount(0, name.length()) <= MOST_CHARACTERS
                ? name
                : name.substring(0, name.offsetByCodePoints(0, MOST_CHARACTERS));
    }

    static Lane lane(Song song, LaneId lane) {
        return song.lane(lane).orElseThrow(() -> new IllegalArgumentException("no lane " + lane));
    }
}
