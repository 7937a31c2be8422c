package dev.unbraid.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

class SegmentClockTest {
    private static final int SEGMENTS = 5;

    private long seconds;
    private SegmentClock clock = clock(OptionalDouble.empty());

    private SegmentClock clock(OptionalDouble usualSeconds) {
        return new SegmentClock(usualSeconds, () -> TimeUnit.SECONDS.toNanos(seconds));
    }

    private OptionalDouble leftAfter(int atSecond, int done) {
        seconds = atSecond;
        return clock.left(done, SEGMENTS);
    }

    @Test
    void theSecondSegmentTellsHowLongTheRestTakes() {
        assertThat(leftAfter(0, 0)).isEmpty();
        assertThat(leftAfter(8, 1)).hasValue(32);
        assertThat(leftAfter(10, 2)).hasValue(6);
        assertThat(leftAfter(13, 3)).hasValue(5);
        assertThat(leftAfter(17, 5)).hasValue(0);
    }

    @Test
    void untilThenEarlierRunsTellIt() {
        clock = clock(OptionalDouble.of(3));
        assertThat(leftAfter(0, 0)).hasValue(15);
        assertThat(leftAfter(8, 1)).hasValue(12);
        assertThat(leftAfter(10, 2)).hasValue(6);
    }

    @Test
    void whatIsReusedTakesNoTime() {
        clock.reused();
        clock.reused();
        assertThat(leftAfter(1, 2)).isEmpty();
        assertThat(leftAfter(8, 3)).hasValue(16);
        assertThat(leftAfter(10, 4)).hasValue(2);
    }

    @Test
    void whatWasBeforeItBeganDoesNotCount() {
        seconds = 100;
        clock.begin();
        assertThat(leftAfter(108, 1)).hasValue(32);
    }
}
