package dev.unbraid.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

class ModelCatalogTest {
    private final ModelCatalog catalog = ModelCatalog.bundled();

    @Test
    void everyFileIsNamedAfterTheBeginningOfItsChecksum() {
        assertThat(catalog.models()).extracting(ModelDescription::name).containsExactly("htdemucs", "htdemucs_ft", "htdemucs_6s");
        for (ModelDescription model : catalog.models()) {
            for (ModelMember member : model.members()) {
                assertThat(member.file().name()).matches("[0-9a-f]{8}-" + member.file().sha256().substring(0, 8) + "\\.th");
                assertThat(member.source()).hasToString("https://dl.fbaipublicfiles.com/demucs/hybrid_transformer/" + member.file().name());
            }
        }
    }

    @Test
    void theFineTunedModelIsABagInWhichEachMemberSpeaksForItsOwnSource() {
        ModelDescription bag = catalog.find("htdemucs_ft").orElseThrow();
        assertThat(bag.members()).extracting(ModelMember::signature).containsExactly("f7e0c4bc", "d12395a8", "92cfc3b6", "04573f0d");
        assertThat(bag.members()).extracting(ModelMember::weights).containsExactly(
                List.of(1.0, 0.0, 0.0, 0.0), List.of(0.0, 1.0, 0.0, 0.0), List.of(0.0, 0.0, 1.0, 0.0), List.of(0.0, 0.0, 0.0, 1.0));
    }

    @Test
    void theLicenceSaysPersonalUseAndNotMit() {
        for (ModelDescription model : catalog.models()) {
            assertThat(model.licence()).contains("research and personal use only", "not covered by the MIT licence", "#327", "#508");
        }
    }

    @Test
    void onlyThePublishedModelHasAnotherWay() {
        assertThat(catalog.models().stream().filter(model -> model.members().stream().anyMatch(member -> member.npm().isPresent())))
                .extracting(ModelDescription::name).containsExactly("htdemucs");
        assertThat(catalog.onnxArguments().get("segment").getAsString()).isEqualTo("39/5");
    }
}
