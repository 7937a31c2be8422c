package dev.unbraid.app.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PracticeTest {
    @ParameterizedTest
    @CsvSource({"0, ±0 st", "-300, −3 st", "215, +2.15 st", "-5, −0.05 st"})
    void aPitchReadsInSemitones(int cents, String text) {
        assertThat(Practice.pitchText(cents)).isEqualTo(text);
    }

    @Test
    void aNumberReadsWithItsSign() {
        assertThat(Practice.signed(-12)).isEqualTo("−12");
        assertThat(Practice.signed(0)).isEqualTo("0");
        assertThat(Practice.signed(2)).isEqualTo("+2");
    }
}
