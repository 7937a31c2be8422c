package dev.unbraid.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClockTest {
    @ParameterizedTest
    @CsvSource({"0, 0:00", "0.2, 0:01", "8.4, 0:09", "61, 1:01", "3599, 59:59", "3723, 1:02:03", "-5, 0:00"})
    void secondsReadAsOnAClock(double seconds, String text) {
        assertThat(Clock.of(seconds)).isEqualTo(text);
    }
}
