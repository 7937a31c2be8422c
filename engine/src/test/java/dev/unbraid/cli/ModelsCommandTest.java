package dev.unbraid.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class ModelsCommandTest {
    @TempDir
    Path home;

    @Test void theListTellsWhatCanBeInstalledAndUnderWhatLicence() {
        Run run = Run.in(home, "models", "list");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .containsPattern("htdemucs +available +84 MB +drums, bass, other, vocals")
                .contains("htdemucs_ft").contains("htdemucs_6s").contains("research and personal use")
                .contains(home.resolve("data").toString());
    }

    @Test void theListIsOneJsonObjectPerModel() {
        JsonObject model = JsonParser.parseString(
                Run.in(home, "models", "list", "--json").out().lines().findFirst().orElseThrow()).getAsJsonObject();
        assertThat(model.get("event").getAsString()).isEqualTo("model");
        assertThat(model.get("state").getAsString()).isEqualTo("available");
        assertThat(model.getAsJsonArray("stems")).hasSize(4);
    }

    @Test void aDamagedModelIsListedAsSuchAndFailsToVerify() throws IOException {
        Path models = Path.of(Run.in(home, "models", "path").out().strip());
        Files.writeString(Files.createDirectories(models.resolve("mine")).resolve("model.json"), "{");
        assertThat(Run.in(home, "models", "list").out()).containsPattern("mine +damaged");
        Run verify = Run.in(home, "models", "verify");
        assertThat(verify.code()).isEqualTo(4);
        assertThat(verify.err()).contains("mine");
        assertThat(Run.in(home, "models", "remove", "mine").code()).isZero();
        assertThat(Run.in(home, "models", "list").out()).doesNotContain("mine");
    }

    @Test void aMissingModelIsCode4() throws IOException {
        Path junk = Files.writeString(home.resolve("junk.th"), "junk");
        assertThat(Run.in(home, "models", "verify", "nope").code()).isEqualTo(4);
        assertThat(Run.in(home, "models", "remove", "nope").code()).isEqualTo(4);
        assertThat(Run.in(home, "models", "install", "nope").code()).isEqualTo(4);
        assertThat(Run.in(home, "models", "import", junk.toString()).code()).isEqualTo(4);
        assertThat(Run.in(home, "models", "install", "--json", "nope").out()).contains("\"exitCode\":4");
    }

    @Test void withoutAWordItAsksForOne() {
        Run run = Run.in(home, "models");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("list, install, import, verify, remove, export-torchscript or path");
    }

    @Test void anExportNeedsAModelAndOverwritesNothing() throws IOException {
        Path file = home.resolve("network.pt");
        assertThat(Run.in(home, "models", "export-torchscript", "nope", "--out", file.toString()).code()).isEqualTo(4);
        assertThat(file).doesNotExist();
    }
}
