package dev.unbraid.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeTextTest {
    @ParameterizedTest
    @CsvSource({"0, 0:00.000", "44099, 0:00.999", "44100, 0:01.000", "3020056, 1:08.481", "158760000, 1:00:00.000"})
    void aTimeThatIsShownHasBeenReached(long frames, String text) {
        assertThat(TimeText.of(frames, 44_100)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"1:08.482, 68.482", "68.5, 68.5", "1:02:03, 3723", "'1:08,5', 68.5", "1：08, 68", "90:00, 5400", ".5, 0.5"})
    void whatIsTypedIsUnderstood(String typed, double seconds) {
        assertThat(TimeText.parse(typed)).hasValue(seconds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", "1:", "now", "1:2:3:4", "-5"})
    void whatIsNoTimeIsNone(String typed) {
        assertThat(TimeText.parse(typed)).isEmpty();
    }
}
