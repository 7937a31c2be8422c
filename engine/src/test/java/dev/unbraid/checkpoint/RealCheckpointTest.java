package dev.unbraid.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.unbraid.settings.UserFolders;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The published weights, where they are on this machine.
@Tag("checkpoint")
class RealCheckpointTest {
    private static final long PARAMETERS = 41_984_456;

    @TempDir
    Path folder;

    @Test
    void thePublishedWeightsHaveAllTensorsAsFloat16AndLoadFromOurOwnFileWithinTwoSeconds() throws Exception {
        Optional<Path> file = weights();
        assumeTrue(file.isPresent(), "the htdemucs weights are not here; run `unbraid models install htdemucs`");

        Checkpoint published = CheckpointReader.read(file.get());

        assertThat(published.tensors()).hasSize(533);
        assertThat(published.tensors().values()).extracting(TensorData::type).containsOnly(ElementType.F16);
        assertThat(published.tensors().values().stream().mapToLong(TensorData::elements).sum()).isEqualTo(PARAMETERS);
        Path ours = folder.resolve("m.safetensors");
        SafeTensors.write(ours, published.tensors().values(), SafeTensorsCheckpoint.metadata(published));
        Instant start = Instant.now();
        Checkpoint loaded = CheckpointReader.read(ours);
        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(2));
        assertThat(loaded).isEqualTo(published);
    }

    private static Optional<Path> weights() {
        List<Path> places = new ArrayList<>();
        Optional.ofNullable(System.getProperty("unbraid.test.onnx")).map(Path::of).ifPresent(places::add);
        places.add(UserFolders.ofThisProcess().data().resolve("models").resolve("htdemucs").resolve("955717e8.safetensors"));
        return places.stream().filter(Files::isRegularFile).findFirst();
    }
}
