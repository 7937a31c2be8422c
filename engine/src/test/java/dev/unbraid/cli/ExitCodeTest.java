package dev.unbraid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Arrays;
import java.util.List;

class ExitCodeTest {
    @Test void theNumbersAreThoseThatScriptsRelyOn() {
        assertThat(Arrays.stream(ExitCode.values()).map(ExitCode::number)).containsExactly(0, 2, 3, 4, 6, 5, 1, 130);
    }

    @Test void ofSeveralOutcomesTheWorstCounts() {
        assertThat(ExitCode.worst(List.of(ExitCode.DONE, ExitCode.NO_ROOM, ExitCode.DEVICE))).isEqualTo(ExitCode.NO_ROOM);
        assertThat(ExitCode.worst(List.of(ExitCode.CANCELLED, ExitCode.DONE))).isEqualTo(ExitCode.CANCELLED);
        assertThat(ExitCode.worst(List.of())).isEqualTo(ExitCode.DONE);
    }

    @Test void exhaustedMemoryIsNoRoom() {
        Failure failure = Failure.of(new OutOfMemoryError("Java heap space"));
        assertThat(failure.code()).isEqualTo(ExitCode.NO_ROOM);
        assertThat(failure.sentence()).contains("Java heap space");
    }
}
