package dev.unbraid.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

class SegmentClockTest {
    private long seconds;
    private long rested;
    private OptionalDouble left = OptionalDouble.empty();

    private final SegmentClock clock = new SegmentClock(new SeparateListener() {
        @Override
        public void progress(SeparateProgress progress) {
            left = ((SeparateProgress.Separating) progress).secondsLeft();
        }

        @Override
        public boolean isCancelled() {
            return false;
        }

        @Override
        public long restedNanos() {
            return TimeUnit.SECONDS.toNanos(rested);
        }
    }, () -> TimeUnit.SECONDS.toNanos(seconds));

    private OptionalDouble leftAfter(int atSecond, int done) {
        seconds = atSecond;
        clock.progress(done, 5);
        return left;
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
    void whatIsReusedTakesNoTime() {
        clock.reused();
        clock.reused();
        assertThat(leftAfter(1, 2)).isEmpty();
        assertThat(leftAfter(8, 3)).hasValue(16);
        assertThat(leftAfter(10, 4)).hasValue(2);
    }

    @Test
    void restDoesNotCount() {
        assertThat(leftAfter(8, 1)).hasValue(32);
        rested = 100;
        assertThat(leftAfter(110, 2)).hasValue(6);
    }
}
