package dev.unbraid.app.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulerScaleTest {
    @ParameterizedTest
    @CsvSource({
        "0.0152, 1, 0", "0.1, 10, 0", "0.3, 30, 0", "3, 300, 0", "0.005, 0.5, 1", "0.00001, 0.001, 3",
        "0.0000007, 0.00005, 5"})
    void stepsAreRoundAndLeaveRoomForALabel(double secondsPerPixel, double step, int decimals) {
        RulerScale scale = RulerScale.of(secondsPerPixel, 60);
        assertThat(scale.stepSeconds()).isEqualTo(step);
        assertThat(scale.decimals()).isEqualTo(decimals);
        assertThat(scale.stepSeconds() / secondsPerPixel).isGreaterThanOrEqualTo(60);
    }

    @Test
    void aDayHasStepsOfHours() {
        assertThat(RulerScale.of(90, 60).stepSeconds()).isEqualTo(7_200);
        assertThat(RulerScale.of(200, 60).stepSeconds() % 3_600).isZero();
    }

    @Test
    void theFirstMarkIsNotBeforeTheEdge() {
        RulerScale scale = RulerScale.of(0.0152, 60);
        assertThat(scale.firstTick(61.2)).isEqualTo(62);
        assertThat(scale.firstTick(61.0)).isEqualTo(61);
        assertThat(scale.label(62)).isEqualTo("1:02");
    }

    @ParameterizedTest
    @CsvSource({"68.482, 3, 1:08.482", "0, 0, 0:00", "59.9996, 3, 1:00.000", "3723, 0, 1:02:03", "-1, 0, 0:00"})
    void timesAreMinutesAndSeconds(double seconds, int decimals, String text) {
        assertThat(TimeText.of(seconds, decimals)).isEqualTo(text);
    }
}
