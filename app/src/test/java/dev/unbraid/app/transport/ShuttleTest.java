package dev.unbraid.app.transport;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShuttleTest {
    @Test
    void everyStepIsTwiceAsFastUpToFour() {
        assertThat(Shuttle.STILL.forward().rate()).isEqualTo(1);
        assertThat(Shuttle.STILL.forward().forward().rate()).isEqualTo(2);
        assertThat(Shuttle.STILL.forward().forward().forward().forward().rate()).isEqualTo(4);
        assertThat(Shuttle.STILL.back().back().back().back().rate()).isEqualTo(-4);
    }

    @Test
    void theOtherWayBeginsSlowly() {
        assertThat(Shuttle.FORWARD_4.back().rate()).isEqualTo(-1);
        assertThat(Shuttle.BACK_4.forward().rate()).isEqualTo(1);
    }
}
