package dev.unbraid.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.session.SeparatorModel;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Locale;

class ModelWordsTest {
    private static SeparatorModel called(String name) {
        return new SeparatorModel(name, "as its maker says", List.of("drums"), true, 0, "none", "");
    }

    @Test
    void knownModelsAreDescribedInTheUsersLanguageAndOthersInTheirOwnWords() {
        ModelWords words = new ModelWords(Locale.SIMPLIFIED_CHINESE);
        assertThat(words.describe(called("htdemucs_6s"))).contains("吉他");
        assertThat(words.describe(called("mine"))).isEqualTo("as its maker says");
    }
}
