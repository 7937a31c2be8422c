package dev.unbraid.htdemucs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.unbraid.checkpoint.CheckpointException;
import dev.unbraid.checkpoint.InstalledModel;
import dev.unbraid.compute.Arithmetic;
import dev.unbraid.compute.ComputeDevice;
import dev.unbraid.compute.DeviceUnavailableException;
import dev.unbraid.compute.Footing;
import dev.unbraid.compute.Precision;
import dev.unbraid.compute.TestEngine;
import dev.unbraid.compute.TorchSource;
import dev.unbraid.separation.ModelBag;
import dev.unbraid.separation.ModelUnavailableException;
import dev.unbraid.separation.SegmentModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

class HtDemucsBagsTest {
    private static final List<String> STEMS = List.of("drums", "bass", "other", "vocals");

    private static final Footing FOOTING = new Footing(new ComputeDevice.Cpu(), Precision.FLOAT32, 1);

    @TempDir
    Path folder;

    @Test
    void anInstalledModelOpensAsABagOfItsNetworks() throws Exception {
        ModelBag bag = bags().bag(model(STEMS, copy("a.safetensors"), copy("b.safetensors")));
        assertThat(bag.members()).hasSize(2);
        assertThat(bag.members().getFirst().segmentFrames()).isEqualTo(22_050);
        try (SegmentModel network = bag.members().getLast().opener().open()) {
            assertThat(network.separate(new float[2 * 22_050])).hasSize(4 * 2 * 22_050);
        }
    }

    @Test
    void networksThatGiveOtherStemsThanTheModelPromisesAreRefused() throws Exception {
        InstalledModel model = model(List.of("voice", "rest"), copy("a.safetensors"));
        assertThatThrownBy(() -> bags().bag(model)).isInstanceOf(CheckpointException.class)
                .hasMessageContainingAll("mine", "voice", "drums");
    }

    @Test
    void aFileThatWasDamagedBeforeItsTurnIsNamed() throws Exception {
        Path file = copy("a.safetensors");
        ModelBag bag = bags().bag(model(STEMS, file));
        Files.writeString(file, "not a checkpoint");
        assertThatThrownBy(() -> bag.members().getFirst().opener().open())
                .isInstanceOf(ModelUnavailableException.class).hasMessageContaining("a.safetensors");
    }

    @Test
    void whereANetworkNeedsPyTorchAndThatDoesNotLoadItIsTheDevicesFault() throws Exception {
        Path file = copy("a.safetensors");
        TorchSource broken = () -> {
            throw new DeviceUnavailableException("There is no PyTorch here.");
        };
        assertThatThrownBy(() -> HtDemucsBags.load(broken, FOOTING, Arithmetic.PYTORCH, file))
                .isInstanceOfSatisfying(ModelUnavailableException.class,
                        it -> assertThat(it.reason()).isEqualTo(ModelUnavailableException.Reason.DEVICE))
                .hasMessage("There is no PyTorch here.");
    }

    private static HtDemucsBags bags() {
        return new HtDemucsBags(file -> HtDemucsBags.load(TestEngine::get, FOOTING, Arithmetic.JAVA, file));
    }

    private static InstalledModel model(List<String> stems, Path... files) {
        List<Double> ones = stems.stream().map(stem -> 1.0).toList();
        return new InstalledModel("mine", stems, List.of(files), List.of(files).stream().map(file -> ones).toList(),
                Optional.empty(), "");
    }

    private Path copy(String name) throws Exception {
        return Files.copy(Golden.path("forward-short-segment"), folder.resolve(name));
    }
}
