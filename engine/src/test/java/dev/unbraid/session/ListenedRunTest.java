package dev.unbraid.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;

class ListenedRunTest {
    private long seconds;
    private long rested;
    private OptionalDouble left = OptionalDouble.empty();

    private final ListenedRun run = new ListenedRun(new SeparateListener() {
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
    }, OptionalDouble.empty(), () -> TimeUnit.SECONDS.toNanos(seconds));

    private OptionalDouble leftAfter(int atSecond, int done) {
        seconds = atSecond;
        run.progress(done, 5);
        return left;
    }

    @Test
    void restDoesNotCount() {
        assertThat(leftAfter(8, 1)).hasValue(32);
        rested = 100;
        assertThat(leftAfter(110, 2)).hasValue(6);
    }

    @Test
    void norDoesWhatIsReused() {
        run.reused();
        assertThat(leftAfter(1, 1)).isEmpty();
        assertThat(leftAfter(8, 2)).hasValue(24);
    }
}
