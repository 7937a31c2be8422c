package dev.unbraid.app.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.session.JobState;
import org.junit.jupiter.api.Test;

import java.util.OptionalDouble;

class PaceTest {
    @Test
    void whatIsLeftOfTheSongOverWhatIsLeftOfTheTime() {
        var half = new JobState.Running("separating", OptionalDouble.of(0.5), OptionalDouble.of(10), 5, 10);
        assertThat(Pace.of(half, 200)).hasValue(10);
    }

    @Test
    void nobodyGuessesAPace() {
        var began = new JobState.Running("separating", OptionalDouble.of(0), OptionalDouble.empty(), 0, 10);
        assertThat(Pace.of(began, 200)).isEmpty();
        assertThat(Pace.of(new JobState.Done(), 200)).isEmpty();
    }
}
