package dev.unbraid.session;

import dev.unbraid.codec.AudioReader;
import dev.unbraid.codec.Damage;
import dev.unbraid.separation.Mishap;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Something that was not quite as it should be in work that was done all the same. The window words it in its own
/// language.
public sealed interface Remark {
    record Damaged(Damage damage) implements Remark {}

    /// Of a file's channels only the first were read.
    record FewerChannels(int channels, int read) implements Remark {}

    record NetworkLost(Mishap mishap) implements Remark {}

    /// What is finished cannot be kept for another time.
    ///
    /// @param why as the system says it
    record NothingKept(Path folder, String why) implements Remark {}

    /// What the passes disagree in cannot be told: their segments were not all kept.
    record NotCompared() implements Remark {}

    /// Another sound took the place of a part of the stems, which were locked to the mix.
    record Unlocked(String song) implements Remark {}

    /// The stems miss some samples of the mix by less than their last bit.
    record FinerBits(long samples) implements Remark {}

    /// The files cannot hold stems that add up to the last bit.
    ///
    /// @param exactHertz the sample rate at which files of 32-bit floats can
    record RoundedStems(int exactHertz) implements Remark {}

    /// @param songs  whose mix is lost, and with it the song
    /// @param stemsOf whose stems are lost
    record SoundsLost(List<String> songs, List<String> stemsOf) implements Remark {
        public SoundsLost {
            songs = List.copyOf(songs);
            stemsOf = List.copyOf(stemsOf);
        }
    }

    /// Files that a project names are not in its folder.
    record FilesMissing(String project, List<String> files, String folder) implements Remark {
        public FilesMissing {
            files = List.copyOf(files);
        }
    }

    /// What the file that was read brings along.
    ///
    /// @return to be added to
    static List<Remark> of(AudioReader reader) {
        return reader.damage().stream().map(Damaged::new).collect(Collectors.toCollection(ArrayList::new));
    }

    /// For the command line and for reports.
    default String sentence() {
        return switch (this) {
            case Damaged(Damage damage) -> damage.sentence();
            case FewerChannels(int channels, int read) ->
                "Of the file's %d channels only the first %d were read; mix them down first to hear all."
                        .formatted(channels, read);
            case NetworkLost(Mishap mishap) -> mishap.sentence();
            case NothingKept(Path folder, String why) ->
                "%s cannot be used (%s), so a separation that is killed starts from the beginning.".formatted(folder, why);
            case NotCompared() ->
                "What the passes disagree in could not be measured, for their segments were not all kept; separate the song again.";
            case Unlocked(String song) ->
                "The stems of %s do not add up to the mix any more; lock them again.".formatted(song);
            case FinerBits(long samples) ->
                "%d samples have finer bits than any stem can hold there; the stems miss those by less than the last bit of the quietest one."
                        .formatted(samples);
            case RoundedStems(int hertz) ->
                "Files of this format and rate round the stems; they add up to the last bit as 32-bit float at %d Hz."
                        .formatted(hertz);
            case SoundsLost(List<String> songs, List<String> stemsOf) ->
                "The sound of %s could not be rescued; open or separate it again.".formatted(
                        Stream.concat(songs.stream(), stemsOf.stream().map("the stems of "::concat))
                                .collect(Collectors.joining(", ")));
            case FilesMissing(String project, List<String> files, String folder) ->
                "%s lacks %s in %s, so what they belong to was left out; put them back there and open it again."
                        .formatted(project, String.join(", ", files), folder);
        };
    }
}
