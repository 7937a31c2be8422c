package dev.unbraid.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

@Timeout(60)
class BesideTest {
    @Test
    void isDoneWhileTheCallerDoesSomethingElse() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        try (Beside<String> beside = Beside.begin("beside", _ -> {
            begun.countDown();
            return "done";
        })) {
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
            assertThat(beside.get()).isEqualTo("done");
        }
    }

    @Test
    void whatItThrowsIsThrownWhereItIsAskedFor() {
        try (Beside<String> beside = Beside.begin("beside", _ -> {
            throw new IOException("the disk is gone");
        })) {
            assertThatThrownBy(beside::get).isInstanceOf(IOException.class).hasMessage("the disk is gone");
        }
    }

    @Test
    void whoNoLongerWantsItWaitsForItsEndAndSaysSo() {
        AtomicBoolean over = new AtomicBoolean();
        try (Beside<Boolean> _ = Beside.begin("beside", unwanted -> {
            while (!unwanted.getAsBoolean()) {
                Thread.onSpinWait();
            }
            over.set(true);
            throw new IllegalStateException("nobody hears this");
        })) {
            assertThat(over).isFalse();
        }
        assertThat(over).isTrue();
    }

    @Test
    void eachOfSeveralAnswersInTheirOrder() throws Exception {
        CountDownLatch both = new CountDownLatch(Math.min(2, Runtime.getRuntime().availableProcessors()));
        List<Integer> items = List.of(5, 3, 1, 4);
        assertThat(SideBySide.each(items, it -> {
            both.countDown();
            try {
                return both.await(20, TimeUnit.SECONDS) ? 10 * it : -1;
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        })).containsExactly(50, 30, 10, 40);
        assertThat(SideBySide.each(List.<Integer>of(), it -> it)).isEmpty();
        assertThatThrownBy(() -> SideBySide.each(items, _ -> {
            throw new IOException("the disk is full");
        })).isInstanceOf(IOException.class).hasMessage("the disk is full");
    }
}
