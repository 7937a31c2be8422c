package dev.unbraid.app.mixer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.project.LaneLook;
import dev.unbraid.project.LaneView;
import org.junit.jupiter.api.Test;

class ColourChoiceTest {
    @Test
    void aColourMayBeTypedInAnyUsualWay() {
        assertThat(ColourChoice.colour(" #7AA2F7 ")).contains("#7aa2f7");
        assertThat(ColourChoice.colour("7aa2f7")).contains("#7aa2f7");
        assertThat(ColourChoice.colour("#fa3")).contains("#ffaa33");
        assertThat(ColourChoice.colour("orange")).isEmpty();
    }

    @Test
    void everyColourOfThePaletteIsOneThatALaneTakes() {
        assertThat(ColourChoice.PALETTE).doesNotHaveDuplicates()
                .allSatisfy(it -> assertThat(new LaneLook(LaneView.WAVEFORM, 92, it).colour()).isEqualTo(it));
    }
}
