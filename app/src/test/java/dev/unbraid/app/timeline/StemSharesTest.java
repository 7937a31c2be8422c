package dev.unbraid.app.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.audio.AssetId;
import dev.unbraid.project.Lane;
import dev.unbraid.project.LaneId;
import dev.unbraid.project.LaneLook;
import dev.unbraid.project.LaneView;
import dev.unbraid.project.Strip;
import org.junit.jupiter.api.Test;

import java.util.List;

class StemSharesTest {
    private static final List<Lane> STEMS = List.of(stem("drums"), stem("bass"), stem("other"), stem("vocals"));

    @Test
    void theLargestShareComesFirstAndNothingIsNotNamed() {
        StemShares shares = StemShares.of(STEMS, new double[] {9, 0, 20, 71});
        assertThat(shares.shares()).extracting(it -> it.stem().name() + " " + it.percent())
                .containsExactly("vocals 71", "other 20", "drums 9");
    }

    @Test
    void silenceBelongsToNobody() {
        assertThat(StemShares.of(STEMS, new double[4])).isEqualTo(StemShares.NONE);
    }

    static Lane stem(String name) {
        return new Lane(new LaneId(name), name, name, new AssetId(name), Strip.NEUTRAL,
                new LaneLook(LaneView.WAVEFORM, 92, "#6e9cf5"));
    }
}
