package dev.unbraid.app.problems;

import dev.unbraid.app.controls.TimeText;
import dev.unbraid.codec.Damage;
import dev.unbraid.separation.Mishap;
import dev.unbraid.session.Remark;
import dev.unbraid.ui.Messages;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the user is told of work that was done, but not quite as it should be.
public final class RemarkWords {
    private static final int MILLIS = 1000;

    private final Messages messages;

    public RemarkWords(Locale locale) {
        messages = Messages.of("problems", locale);
    }

    /// One sentence, or two.
    public String of(Remark remark) {
        return switch (remark) {
            case Remark.Damaged(Damage damage) -> damaged(damage);
            case Remark.FewerChannels(int channels, int read) -> messages.text("remark.channels", channels, read);
            case Remark.NetworkLost(Mishap mishap) -> lost(mishap);
            case Remark.NothingKept(Path folder, String why) -> messages.text("remark.nothing-kept", folder, why);
            case Remark.NotCompared() -> messages.text("remark.not-compared");
            case Remark.Unlocked(String song) -> messages.text("remark.unlocked", song);
            case Remark.FinerBits(long samples) -> messages.text("remark.finer-bits", samples);
            case Remark.RoundedStems(int hertz) -> messages.text("remark.rounded", hertz / 1000.0);
            case Remark.SoundsLost(List<String> songs, List<String> stemsOf) -> messages.text("remark.sounds-lost",
                    list(Stream.concat(songs.stream(), stemsOf.stream().map(it -> messages.text("remark.stems-of", it)))));
            case Remark.FilesMissing(String project, List<String> files, String folder) ->
                messages.text("remark.files-missing", project, list(files.stream()), folder);
        };
    }

    private String list(Stream<String> names) {
        return names.collect(Collectors.joining(messages.text("remark.and")));
    }

    private String damaged(Damage damage) {
        Path name = damage.file().getFileName();
        return switch (damage) {
            case Damage.Gaps(_, long places, Duration first) -> messages.text("remark.gaps", name, places, time(first));
            case Damage.NoNumbers(_, long samples) -> messages.text("remark.no-numbers", name, samples);
            case Damage.FormatChange(_, Duration at) -> messages.text("remark.format-change", name, time(at));
            case Damage.EarlyEnd(_, Duration at, Duration says) ->
                messages.text("remark.early-end", name, time(at), time(says));
        };
    }

    private static String time(Duration at) {
        return TimeText.of(at.toMillis(), MILLIS);
    }

    private String lost(Mishap mishap) {
        String what = messages.text("lost." + Words.key(mishap.loss()), mishap.device());
        return switch (mishap.after()) {
            case THE_SAME -> messages.text("lost.again", what, mishap.times());
            case THE_PROCESSOR, FULL_PRECISION, ONE_THREAD -> messages.text("lost.then." + Words.key(mishap.after()), what);
        };
    }
}
