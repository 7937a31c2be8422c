package dev.unbraid.app.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ChoicesTest {
    @Test
    void numbersReadAsShortAsTheyCan() {
        assertThat(Choices.percent(0.875)).isEqualTo("87.5 %");
        assertThat(Choices.percent(0.5)).isEqualTo("50 %");
        assertThat(Choices.percent(0.9375)).isEqualTo("93.75 %");
        assertThat(Choices.hertz(40)).isEqualTo("40 Hz");
        assertThat(Choices.hertz(2900)).isEqualTo("2.9 kHz");
        assertThat(Choices.hertz(3000)).isEqualTo("3 kHz");
        assertThat(Choices.hertz(18_000)).isEqualTo("18 kHz");
        assertThat(Choices.whole(-88)).isEqualTo("−88");
    }

    @Test
    void anOctaveIsTwiceTheFrequency() {
        assertThat(SpectrogramRanges.octave(40)).isEqualTo(1, within(1e-12));
        assertThat(SpectrogramRanges.hertz(SpectrogramRanges.octave(18_000))).isEqualTo(18_000, within(1e-6));
    }
}
