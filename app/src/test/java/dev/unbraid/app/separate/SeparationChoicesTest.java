package dev.unbraid.app.separate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.app.fx.Background;
import dev.unbraid.app.fx.TestScreen;
import dev.unbraid.session.SeparationDevice;
import dev.unbraid.session.SeparatorModel;
import dev.unbraid.settings.Settings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

class SeparationChoicesTest {
    private final TestScreen screen = new TestScreen();
    private final ObjectProperty<Settings> settings = new SimpleObjectProperty<>(Settings.USUAL);
    private final SeparationChoices choices =
            new SeparationChoices(settings, new Shelf("htdemucs"), new Background(screen));

    @BeforeEach
    void look() throws Exception {
        choices.refresh();
        screen.until(() -> choices.model().isPresent() && choices.device().isPresent());
    }

    @Test
    void aChosenModelIsRemembered() {
        choices.chooseModel("htdemucs_6s");
        assertThat(settings.get().separation().model()).isEqualTo("htdemucs_6s");
        assertThat(choices.model().map(SeparatorModel::name)).contains("htdemucs_6s");
    }

    @Test
    void aModelThatIsGoneGivesWayToTheBest() {
        choices.chooseModel("of yesterday");
        assertThat(choices.model().map(SeparatorModel::name)).contains("htdemucs");
    }

    @Test
    void stemsKeepTheModelsOrder() {
        choices.want("bass", false);
        choices.want("drums", false);
        choices.want("drums", true);
        assertThat(choices.wishedStems()).containsExactly("drums", "other", "vocals");
    }

    @Test
    void allStemsAreWishedAsNone() {
        choices.want("bass", false);
        choices.want("bass", true);
        assertThat(settings.get().separation().stems()).isEmpty();
        assertThat(choices.wishedStems()).isEmpty();
        assertThat(choices.stems()).isEqualTo(Shelf.FOUR);
    }

    @Test
    void theLastStemStays() {
        List.of("drums", "bass", "other", "vocals").forEach(it -> choices.want(it, false));
        assertThat(choices.wishedStems()).containsExactly("vocals");
    }

    @Test
    void whoDoesNotCareIsToldTheFirstRealDevice() {
        assertThat(choices.device().map(SeparationDevice::name)).contains("cpu");
        assertThat(choices.device().map(new SeparateWords(Locale.ENGLISH)::device)).contains("CPU · 2 threads");
    }

    @Test
    void aDeviceThatCannotBeUsedIsToldOfAndNotOffered() {
        assertThat(choices.devices()).extracting(SeparationDevice::name).containsExactly("auto", "cpu");
        assertThat(choices.idleDevices()).extracting(SeparationDevice::description).containsExactly("a GPU: it is too old.", "a new GPU: it lacks libraries.");
        choices.chooseDevice("cuda:0");
        assertThat(choices.device()).isEmpty();
    }

    @Test
    void aDeviceThatIsGoneIsNotReplacedInSilence() {
        choices.chooseDevice("cuda:3");
        assertThat(choices.device()).isEmpty();
    }
}
