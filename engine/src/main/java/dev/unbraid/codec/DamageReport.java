package dev.unbraid.codec;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// Gathers what went wrong while a file was read.
final class DamageReport {
    private final Path file;
    private final int sampleRate;
    private final List<Damage> ending = new ArrayList<>();
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
        ending.add(new Damage.FormatChange(file, time(frame)));
    }

    void endedEarly(long frames, long missing) {
        ending.add(new Damage.EarlyEnd(file, time(frames), time(frames + missing)));
    }

    List<Damage> all(long notNumbers) {
        List<Damage> all = new ArrayList<>();
        if (damagedPlaces > 0) {
            all.add(new Damage.Gaps(file, damagedPlaces, time(firstDamage)));
        }
        if (notNumbers > 0) {
            all.add(new Damage.NoNumbers(file, notNumbers));
        }
        all.addAll(ending);
        return List.copyOf(all);
    }

    private Duration time(long frame) {
        return time(frame, sampleRate);
    }

    static Duration time(long frame, int sampleRate) {
        return Duration.ofMillis(frame / sampleRate * 1000 + frame % sampleRate * 1000 / sampleRate);
    }
}
