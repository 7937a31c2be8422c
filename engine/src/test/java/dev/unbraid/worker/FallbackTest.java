package dev.unbraid.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.compute.ComputeDevice;
import dev.unbraid.compute.Footing;
import dev.unbraid.compute.Precision;
import dev.unbraid.separation.Loss;
import dev.unbraid.worker.Fallback.Again;
import dev.unbraid.worker.Fallback.GiveUp;
import dev.unbraid.worker.Fallback.Lower;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FallbackTest {
    private static final Footing GPU = new Footing(new ComputeDevice.Cuda(1), Precision.FLOAT16, 8);
    private static final Footing NARROW = new Footing(new ComputeDevice.Cpu(), Precision.BFLOAT16, 8);
    private static final Footing PROCESSOR = new Footing(new ComputeDevice.Cpu(), Precision.FLOAT32, 8);
    private static final Footing ONE_THREAD = new Footing(new ComputeDevice.Cpu(), Precision.FLOAT32, 1);

    @ParameterizedTest
    @EnumSource(names = {"KILLED", "CRASHED", "NOT_STARTED"})
    void whatMayHaveBeenAnAccidentIsTriedThreeTimes(Loss loss) {
        assertThat(Fallback.after(loss, GPU, 1)).isEqualTo(new Again());
        assertThat(Fallback.after(loss, GPU, 2)).isEqualTo(new Again());
        assertThat(Fallback.after(loss, GPU, 3)).isNotEqualTo(new Again());
    }

    @ParameterizedTest
    @EnumSource(names = {"SILENT", "DEVICE_MEMORY"})
    void whatWouldComeAgainIsNotTriedAgain(Loss loss) {
        assertThat(Fallback.after(loss, GPU, 1)).isEqualTo(new Lower(PROCESSOR));
    }

    @Test
    void theStairsGoFromTheGpuAndFromNarrowNumbersOverAllThreadsToOne() {
        assertThat(Fallback.after(Loss.KILLED, GPU, 3)).isEqualTo(new Lower(PROCESSOR));
        assertThat(Fallback.after(Loss.KILLED, NARROW, 3)).isEqualTo(new Lower(PROCESSOR));
        assertThat(Fallback.after(Loss.KILLED, PROCESSOR, 3)).isEqualTo(new Lower(ONE_THREAD));
        assertThat(Fallback.after(Loss.KILLED, ONE_THREAD, 3)).isEqualTo(new GiveUp());
    }

    @Test
    void aWorkerThatNeverStartsStartsOnNoFooting() {
        assertThat(Fallback.after(Loss.NOT_STARTED, GPU, 3)).isEqualTo(new GiveUp());
    }
}
