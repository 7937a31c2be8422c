package dev.unbraid.install;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TransferRateTest {
    private static final long SECOND = 1_000_000_000;

    private final TransferRate rate = new TransferRate();

    @Test
    void theRateIsThatOfTheLastSeconds() {
        for (int second = 0; second <= 20; second++) {
            rate.add(second * SECOND, second < 10 ? 1000L * second : 10_000 + 50L * (second - 10));
        }
        assertThat(rate.bytesPerSecond()).isEqualTo(50);
    }

    @Test
    void silenceIsMeasuredFromTheLastByteHoweverLongAgo() {
        rate.add(0, 0);
        rate.add(SECOND, 10);
        for (int second = 2; second <= 40; second++) {
            rate.add(second * SECOND, 10);
        }
        assertThat(rate.silentNanos()).isEqualTo(39 * SECOND);
        rate.add(41 * SECOND, 11);
        assertThat(rate.silentNanos()).isZero();
    }
}
