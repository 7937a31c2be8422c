package dev.unbraid.vector;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Arrays;
import java.util.stream.IntStream;

class ColumnRowsTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 144, 145, 1152})
    void partsAreOfOneSizeAndHoldAllRowsInOrder(int count) {
        int[] starts = IntStream.range(0, count).map(row -> 7 * row % count).toArray();
        int[][] parts = ColumnRows.of(starts).parts();
        assertThat(Arrays.stream(parts).flatMapToInt(Arrays::stream).toArray()).isEqualTo(starts);
        int[] sizes = Arrays.stream(parts).mapToInt(part -> part.length).toArray();
        assertThat(Arrays.stream(sizes).max().orElse(0)).isLessThanOrEqualTo(144);
        assertThat(Arrays.stream(sizes).max().orElse(0) - Arrays.stream(sizes).min().orElse(0)).isLessThanOrEqualTo(1);
    }
}
