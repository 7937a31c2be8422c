package dev.unbraid.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.unbraid.compute.Arithmetic;
import dev.unbraid.compute.Precision;
import dev.unbraid.compute.ProcessorPace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;

class KnownPaceTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final ProcessorPace PACE = new ProcessorPace(Precision.BFLOAT16, Arithmetic.JAVA);

    @TempDir
    Path folder;

    private KnownPace known(String machine, Duration later) {
        return new KnownPace(folder.resolve("cache").resolve("processor.properties"), machine,
                Clock.fixed(NOW.plus(later), ZoneOffset.UTC));
    }

    @Test
    void whatWasMeasuredIsRecalledForAMonth() throws Exception {
        KnownPace first = known("this one", Duration.ZERO);
        assertThat(first.recall()).isEmpty();
        first.keep(PACE);
        assertThat(first.recall()).contains(PACE);
        assertThat(known("this one", Duration.ofDays(30)).recall()).contains(PACE);
        assertThat(known("this one", Duration.ofDays(31)).recall()).isEmpty();
        try (Stream<Path> files = Files.list(folder.resolve("cache"))) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void anotherMachineAndOneWhoseClockWasAheadMeasureAnew() {
        known("this one", Duration.ZERO).keep(PACE);
        assertThat(known("that one", Duration.ZERO).recall()).isEmpty();
        assertThat(known("this one", Duration.ofDays(-1)).recall()).isEmpty();
        ProcessorPace other = new ProcessorPace(Precision.FLOAT32, Arithmetic.PYTORCH);
        known("that one", Duration.ZERO).keep(other);
        assertThat(known("that one", Duration.ZERO).recall()).contains(other);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "machine=this one", "machine=this one\nmeasured=2026-11-23T12:00:00Z\nprecision=f7\nfloat32=JAVA", "\\uXY"})
    void whatCannotBeReadWasNotMeasured(String text) throws Exception {
        KnownPace known = known("this one", Duration.ZERO);
        known.keep(PACE);
        Files.writeString(folder.resolve("cache").resolve("processor.properties"), text);
        assertThat(known.recall()).isEmpty();
    }

    @Test
    void aFolderThatCannotBeMadeIsNoMatter() throws Exception {
        Files.writeString(folder.resolve("cache"), "a file");
        KnownPace known = known("this one", Duration.ZERO);
        assertThatCode(() -> known.keep(PACE)).doesNotThrowAnyException();
        assertThat(known.recall()).isEmpty();
    }

    @Test
    void thisMachineIsOneAndTheSame() {
        Path file = folder.resolve("here.properties");
        KnownPace.ofThisMachine(file).keep(PACE);
        assertThat(KnownPace.ofThisMachine(file).recall()).contains(PACE);
    }
}
