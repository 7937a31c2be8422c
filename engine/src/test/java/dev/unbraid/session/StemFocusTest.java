package dev.unbraid.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.OptionalLong;

class StemFocusTest {
    private static final long SECOND = 1_000_000_000;

    /// @param fromSecond  where somebody listened, three seconds ago
    /// @param nowSecond   where somebody listens
    private static OptionalLong jumped(double fromSecond, double nowSecond) {
        StemFocus.Heard heard = new StemFocus.Heard(OptionalLong.of((long) (fromSecond * 100)), 7 * SECOND);
        return StemFocus.jumped(heard, new StemFocus.Heard(OptionalLong.of((long) (nowSecond * 100)), 10 * SECOND), 100);
    }

    @Test
    void playingOnIsNoJumpHoweverFast() {
        assertThat(jumped(20, 20)).isEmpty();
        assertThat(jumped(20, 23)).isEmpty();
        assertThat(jumped(20, 26)).isEmpty();
    }

    @Test
    void furtherThanAnybodyPlaysIsAJumpAndSoIsBack() {
        assertThat(jumped(20, 27.5)).hasValue(2_750);
        assertThat(jumped(20, 18)).hasValue(1_800);
    }

    @Test
    void whoDidNotListenHasNotJumped() {
        StemFocus.Heard now = new StemFocus.Heard(OptionalLong.of(9), SECOND);
        assertThat(StemFocus.jumped(StemFocus.Heard.NOTHING, now, 100)).isEmpty();
        assertThat(StemFocus.jumped(now, StemFocus.Heard.NOTHING, 100)).isEmpty();
    }
}
