package dev.unbraid.codec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What went wrong while a file was read, as sentences.
final class DamageReport {
    private final Path file;
    private final int sampleRate;
    private final List<String> ending = new ArrayList<>();
    private long damagedPlaces;
    private long firstDamage;

    DamageReport(Path file, int sampleRate) {
        this.file = file;
        this.sampleRate = sampleRate;
    }

    void damagedAt(long frame) {
        if (damagedPlaces == 0) {
            firstDamage = frame;
        }
        damagedPlaces++;
    }

    void formatChangedAt(long frame) {
        ending.add("%s changes its sample rate or channels at %s; what follows was not read. Convert it to one format first."
                .formatted(file, time(frame)));
    }

    void endedEarly(long frames, long missing) {
        ending.add("%s ends at %s, but says that it lasts until %s; what is there was read. If that is too little, get the file again."
                .formatted(file, time(frames), time(frames + missing)));
    }

    List<String> sentences(long notNumbers) {
        List<String> all = new ArrayList<>();
        if (damagedPlaces > 0) {
            all.add("%s is damaged in %s, first at %s; silence stands there instead."
                    .formatted(file, damagedPlaces == 1 ? "1 place" : damagedPlaces + " places", time(firstDamage)));
        }
        if (notNumbers > 0) {
            all.add("%s holds %s not a finite number; silence stands there instead."
                    .formatted(file, notNumbers == 1 ? "1 sample that is" : notNumbers + " samples that are"));
        }
        all.addAll(ending);
        return List.copyOf(all);
    }

    private String time(long frame) {
        return time(frame, sampleRate);
    }

    /// @return as `1:02:03.456`
    static String time(long frame, int sampleRate) {
        long millis = frame / sampleRate * 1000 + frame % sampleRate * 1000 / sampleRate;
        return String.format(Locale.ROOT, "%d:%02d:%02d.%03d",
                millis / 3_600_000, millis / 60_000 % 60, millis / 1000 % 60, millis % 1000);
    }
}
