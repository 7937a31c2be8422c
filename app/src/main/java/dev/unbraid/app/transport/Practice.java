package dev.unbraid.app.transport;

import dev.unbraid.playback.Transport;

import java.util.Locale;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleIntegerProperty;

/// How fast and how high is played, and what is counted before: kept for the transport, which does not tell.
final class Practice {
    static final int SLOWEST_PERCENT = 50;
    static final int FASTEST_PERCENT = 200;
    static final int HIGHEST_CENTS = 1200;

    private final IntegerProperty speedPercent = new SimpleIntegerProperty(100);
    private final IntegerProperty pitchCents = new SimpleIntegerProperty(0);
    private final IntegerProperty countInBeats = new SimpleIntegerProperty(0);
    private final DoubleProperty beatsPerMinute = new SimpleDoubleProperty(120);

    Practice(Transport transport) {
        speedPercent.addListener((_, _, percent) -> transport.setSpeed(percent.intValue() / 100.0));
        pitchCents.addListener((_, _, cents) -> transport.setPitch(cents.intValue() / 100.0));
        countInBeats.addListener((_, _, beats) -> transport.setCountIn(beats.intValue(), beatsPerMinute.get()));
        beatsPerMinute.addListener((_, _, tempo) -> transport.setCountIn(countInBeats.get(), tempo.doubleValue()));
    }

    /// 50 to 200.
    IntegerProperty speedPercentProperty() {
        return speedPercent;
    }

    /// −1200 to 1200.
    IntegerProperty pitchCentsProperty() {
        return pitchCents;
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
        String sign = cents < 0 ? "−" : "+";
        int size = Math.abs(cents);
        return size % 100 == 0
                ? "%s%d st".formatted(sign, size / 100)
                : String.format(Locale.ROOT, "%s%.2f st", sign, size / 100.0);
    }
}
