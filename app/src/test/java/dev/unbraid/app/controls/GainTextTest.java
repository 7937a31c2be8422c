package dev.unbraid.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GainTextTest {
    @ParameterizedTest
    @CsvSource({"0, 0.0 dB", "1.5, +1.5 dB", "-2.5, −2.5 dB", "-0.04, 0.0 dB", "-60, −∞ dB"})
    void aGainReadsWithItsSign(double gainDb, String text) {
        assertThat(GainText.of(gainDb)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"3|3", "-3 dB|-3", "−2.5dB|-2.5", "+1,5 DB|1.5", ".5|0.5", "-inf|-60", "−∞ dB|-60", "99|12", "-99|-60"})
    void whatIsTypedIsUnderstoodAndKeptWithinBounds(String typed, double gainDb) {
        assertThat(GainText.parse(typed)).contains(gainDb);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "loud", "1.2.3", "--3", "NaN", "1e3"})
    void whatIsNoNumberIsNoGain(String typed) {
        assertThat(GainText.parse(typed)).isEmpty();
    }

    @Test
    void whatIsShownCanBeTyped() {
        for (int tenths = -599; tenths <= 120; tenths++) {
            assertThat(GainText.parse(GainText.of(tenths / 10.0))).contains(tenths / 10.0);
        }
    }
}
