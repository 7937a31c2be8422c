package dev.unbraid.app.transport;

import dev.unbraid.playback.Transport;

import java.util.Locale;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;

/// How fast and how high is played, and what is counted before: kept for the transport, which does not tell.
final class Practice {
    private static final double HIGHEST_SEMITONES = 12;

    private final Transport transport;
    private final IntegerProperty speedPercent = new SimpleIntegerProperty(100);
    private final IntegerProperty semitones = new SimpleIntegerProperty(0);
    private final IntegerProperty cents = new SimpleIntegerProperty(0);
    private final IntegerProperty countInBeats = new SimpleIntegerProperty(0);
    private final DoubleProperty beatsPerMinute = new SimpleDoubleProperty(120);

    Practice(Transport transport) {
        this.transport = transport;
        speedPercent.addListener((_, _, percent) -> transport.setSpeed(percent.intValue() / 100.0));
        semitones.addListener((_, _, _) -> tune());
        cents.addListener((_, _, _) -> tune());
        countInBeats.addListener((_, _, _) -> count());
        beatsPerMinute.addListener((_, _, _) -> count());
    }

    private void tune() {
        transport.setPitch(Math.clamp(pitchCents() / 100.0, -HIGHEST_SEMITONES, HIGHEST_SEMITONES));
    }

    private void count() {
        transport.setCountIn(countInBeats.get(), beatsPerMinute.get());
    }

    /// 50 to 200.
    IntegerProperty speedPercentProperty() {
        return speedPercent;
    }

    /// −12 to 12.
    IntegerProperty semitonesProperty() {
        return semitones;
    }

    /// −50 to 50, on top of the semitones.
    IntegerProperty centsProperty() {
        return cents;
    }

    void setPitch(int steps, int fine) {
        semitones.set(steps);
        cents.set(fine);
    }

    int pitchCents() {
        return 100 * semitones.get() + cents.get();
    }

    /// 0 for none.
    IntegerProperty countInBeatsProperty() {
        return countInBeats;
    }

    DoubleProperty beatsPerMinuteProperty() {
        return beatsPerMinute;
    }

    static String speedText(int percent) {
        return percent + " %";
    }

    /// Such as `±0 st`, `−3 st` or `+2.15 st`.
    static String pitchText(int cents) {
        if (cents == 0) {
            return "±0 st";
        }
        int size = Math.abs(cents);
        return size % 100 == 0
                ? signed(cents / 100) + " st"
                : String.format(Locale.ROOT, "%s%.2f st", cents < 0 ? "−" : "+", size / 100.0);
    }

    /// Such as `−3`, `0` or `+12`.
    static String signed(int number) {
        String sign = number < 0 ? "−" : number > 0 ? "+" : "";
        return sign + Math.abs(number);
    }
}
