package dev.unbraid.cuda;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CudaSetTest {
    @Test
    void everyWheelIsPinnedByItsWholeChecksum() {
        for (CudaSet set : new CudaSet[] {CudaSet.published("Linux", "amd64").orElseThrow(), CudaSet.published("Windows 11", "amd64").orElseThrow()}) {
            assertThat(set.bytes()).isBetween(3_000_000_000L, 4_000_000_000L);
            assertThat(set.wheels()).allSatisfy(wheel -> {
                assertThat(wheel.file().sha256()).hasSize(64);
                assertThat(wheel.source()).hasScheme("https").hasNoQuery();
                assertThat(wheel.source().getPath()).endsWith("/" + wheel.file().name());
            });
        }
    }

    @Test
    void whereNonePublishedThereIsNone() {
        assertThat(CudaSet.published("Mac OS X", "aarch64")).isEmpty();
        assertThat(CudaSet.published("Linux", "aarch64")).isEmpty();
    }
}
