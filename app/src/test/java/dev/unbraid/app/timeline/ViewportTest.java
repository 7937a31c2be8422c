package dev.unbraid.app.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.unbraid.audio.FrameRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewportTest {
    private static final Extent SONG = new Extent(44_100 * 300, 1_000);

    @Test
    void atFirstAllOfTheSongIsSeen() {
        Viewport all = Viewport.fitting(SONG);
        assertThat(all.startFrame()).isZero();
        assertThat(all.endFrame(SONG)).isCloseTo(SONG.frames(), within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.1, 2, 50, 1.0 / 1.3})
    void zoomingKeepsTheFrameUnderThePointer(double factor) {
        Viewport before = new Viewport(4_000_000, 800);
        Viewport after = before.zoomed(333, factor, SONG);
        assertThat(after.frameAt(333)).isCloseTo(before.frameAt(333), within(1e-3));
        assertThat(after.framesPerPixel()).isCloseTo(800 / factor, within(1e-9));
    }

    @Test
    void zoomingOutEndsWhereTheWholeSongIsSeen() {
        Viewport after = new Viewport(4_000_000, 800).zoomed(10, 1e-9, SONG);
        assertThat(after).isEqualTo(Viewport.fitting(SONG));
    }

    @Test
    void zoomingInEndsAtFewFrames() {
        Viewport after = new Viewport(4_000_000, 800).zoomed(500, 1e12, SONG);
        assertThat(after.framesPerPixel()).isEqualTo(1 / Extent.CLOSEST_PX);
    }

    @Test
    void scrollingStopsAtBothEnds() {
        Viewport view = new Viewport(1_000_000, 500);
        assertThat(view.scrolled(-1e9, SONG).startFrame()).isZero();
        assertThat(view.scrolled(1e9, SONG).endFrame(SONG)).isCloseTo(SONG.frames(), within(1e-3));
        assertThat(view.scrolled(3, SONG).startFrame()).isEqualTo(1_001_500);
    }

    @Test
    void aRangeIsShownWhole() {
        Viewport view = Viewport.showing(new FrameRange(2_000_000, 2_100_000), SONG);
        assertThat(view.xOf(2_000_000)).isBetween(5.0, 50.0);
        assertThat(view.xOf(2_100_000)).isBetween(950.0, 995.0);
    }

    @Test
    void pixelsAndFramesAreTwoWaysToSayTheSame() {
        Viewport view = new Viewport(12_345.5, 7.25);
        assertThat(view.xOf(view.frameAt(77))).isCloseTo(77, within(1e-9));
    }
}
