package dev.unbraid.compute;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;

class BatchSizeTest {
    private static BatchSize afterOne(long freeBefore, long freeAfter) {
        Deque<Long> free = new ArrayDeque<>(List.of(freeBefore, freeAfter));
        BatchSize size = new BatchSize(() -> OptionalLong.of(free.remove()));
        assertThat(size.now()).isEqualTo(1);
        size.begin();
        size.end();
        // The driver is not asked again.
        size.begin();
        size.end();
        return size;
    }

    /// Four fifths of what is left, by what one took, and that one.
    @ParameterizedTest
    @CsvSource({"2000, 1000, 1", "2000, 1100, 1", "3300, 2300, 2", "4800, 3800, 4", "80000, 79000, 4", "1000, 1000, 1", "1000, 1200, 1"})
    void itIsWhatTheFreeMemoryHasRoomFor(long before, long after, int wanted) {
        assertThat(afterOne(before, after).now()).isEqualTo(wanted);
    }

    @Test
    void whereTheMemoryIsNotToldItStaysOne() {
        BatchSize size = BatchSize.one();
        size.begin();
        size.end();
        assertThat(size.now()).isEqualTo(1);
        assertThat(size.shrink()).isFalse();
    }

    @Test
    void itHalvesUntilThereIsOne() {
        BatchSize size = afterOne(80_000, 79_000);
        assertThat(size.shrink()).isTrue();
        assertThat(size.now()).isEqualTo(2);
        assertThat(size.shrink()).isTrue();
        assertThat(size.now()).isEqualTo(1);
        assertThat(size.shrink()).isFalse();
    }
}
