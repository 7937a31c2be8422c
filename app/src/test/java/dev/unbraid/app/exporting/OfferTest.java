package dev.unbraid.app.exporting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.app.controls.TestSongs;
import dev.unbraid.session.ExportWish.Output;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.Set;

class OfferTest {
    private final Offer offer = Offer.of(TestSongs.separated(Path.of("busy.flac")));

    @Test
    void aSongThatIsWholeIsOfferedAsItIsHeard() {
        Offer whole = Offer.of(TestSongs.unseparated(Path.of("busy.flac")));
        assertThat(whole.outputs()).containsExactly(new Output.Heard());
        assertThat(whole.of(Offer.Preset.INSTRUMENTAL)).isEmpty();
    }

    @Test
    void theInstrumentalIsAllButTheVocals() {
        assertThat(offer.of(Offer.Preset.INSTRUMENTAL)).containsExactly(new Output.AllBut(TestSongs.lane("vocals")));
        assertThat(offer.of(Offer.Preset.A_CAPPELLA)).containsExactly(new Output.Stem(TestSongs.lane("vocals")));
        assertThat(offer.of(Offer.Preset.ALL_STEMS)).hasSize(4);
    }

    @Test
    void aChoiceIsCalledByItsPresetOnlyIfItIsExactlyThat() {
        assertThat(offer.presetOf(Set.of(new Output.Heard()))).contains(Offer.Preset.HEARD);
        assertThat(offer.presetOf(Set.of(new Output.Heard(), new Output.Stem(TestSongs.lane("drums"))))).isEmpty();
        assertThat(offer.presetOf(Set.of())).isEmpty();
    }
}
