package dev.unbraid.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unbraid.compute.DeviceReport;
import dev.unbraid.compute.DeviceReport.Usability;
import dev.unbraid.cuda.CudaSet;
import dev.unbraid.separation.ModelUnavailableException;
import dev.unbraid.session.SeparationDevice;
import dev.unbraid.session.SeparationDevice.Use;
import dev.unbraid.session.SeparatorModel;
import dev.unbraid.session.Separators;
import dev.unbraid.settings.ExecutablePath;
import dev.unbraid.settings.UserFolders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class TorchSeparatorsTest {
    @TempDir
    Path home;

    private Separators separators() {
        UserFolders folders = new UserFolders(home.resolve("data"), home.resolve("cache"));
        return new Engine(folders, new ExecutablePath(List.of())).separators();
    }

    @Test
    void theCatalogueIsOfferedWithSizeAndLicence() throws IOException {
        List<SeparatorModel> models = separators().models();
        assertThat(models).extracting(SeparatorModel::name).startsWith("htdemucs");
        assertThat(models).allMatch(model -> !model.installed() && model.bytes() > 1_000_000);
        assertThat(models.getFirst().stems()).containsExactly("drums", "bass", "other", "vocals");
        assertThat(models.getFirst().licence()).contains("research and personal use");
    }

    @Test
    void aDamagedModelCanBeInstalledAgain() throws IOException {
        Path folder = Files.createDirectories(home.resolve("data/models/htdemucs"));
        Files.writeString(folder.resolve("model.json"), "{");
        assertThat(separators().models().getFirst().installed()).isFalse();
    }

    @Test
    void devicesThatCanBeUsedComeFirstAndGpusThatCannotAreToldOf() {
        assertThat(TorchSeparators.devices(List.of(
                new DeviceReport("cpu", Usability.USABLE, "processor"), new DeviceReport("cuda:0", Usability.NOT_USABLE, "old"),
                new DeviceReport("cuda:1", Usability.USABLE, "new")), Optional.empty())).containsExactly(
                        new SeparationDevice("auto", "new"), new SeparationDevice("cuda:1", "new"),
                        new SeparationDevice("cpu", "processor"), new SeparationDevice("cuda:0", "old", new Use.Impossible()));
        assertThat(TorchSeparators.devices(List.of(
                new DeviceReport("cpu", Usability.USABLE, "processor"), new DeviceReport("cuda", Usability.NOT_USABLE, "none")),
                Optional.empty()))
                .containsExactly(new SeparationDevice("auto", "processor"), new SeparationDevice("cpu", "processor"));
    }

    @Test
    void aGpuThatLacksLibrariesCanBeUsedOnceTheyAreInstalled() {
        List<DeviceReport> reports = List.of(
                new DeviceReport("cpu", Usability.USABLE, "processor"), new DeviceReport("cuda:0", Usability.LACKS_LIBRARIES, "new"));
        assertThat(TorchSeparators.devices(reports, CudaSet.published("Linux", "amd64")).getLast().use())
                .isInstanceOfSatisfying(Use.OnceInstalled.class, it -> {
                    assertThat(it.bytes()).isGreaterThan(3_000_000_000L);
                    assertThat(it.licence()).contains("NVIDIA");
                });
        assertThat(TorchSeparators.devices(reports, Optional.empty()).getLast().use()).isEqualTo(new Use.Impossible());
    }

    @Test
    void aMissingModelIsASentence() {
        assertThatThrownBy(() -> separators().open("htdemucs", "cpu"))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageStartingWith("The model htdemucs is not installed");
    }

    @Test
    void aDeviceThatIsNoneIsASentence() {
        assertThatThrownBy(() -> separators().open("htdemucs", "abacus"))
                .isInstanceOf(ModelUnavailableException.class)
                .hasMessageContaining("\"abacus\" is no device");
    }
}
