package dev.unbraid.app.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoteNameTest {
    @ParameterizedTest
    @CsvSource({"440, A4, 0", "1174.7, D6, 0", "261.63, C4, 0", "445, A4, 20", "27.5, A0, 0", "16.35, C0, 0", "61, B1, -21"})
    void theNearestNoteIsNamedWithItsCents(double hz, String name, int cents) {
        assertThat(NoteName.of(hz)).isEqualTo(new NoteName(name, cents));
    }
}
