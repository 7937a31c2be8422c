package dev.unbraid.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

class CheckpointStoreTest {
    @TempDir
    Path folder;

    private CheckpointStore store;

    @BeforeEach
    void open() {
        store = new CheckpointStore(folder.resolve("models"));
    }

    @Test
    void aFolderThatIsNotThereHoldsNoModels() throws Exception {
        assertThat(store.names()).isEmpty();
        assertThat(store.list()).isEmpty();
        assertThat(store.find("htdemucs")).isEmpty();
        assertThat(store.path()).doesNotExist();
    }

    @Test
    void aSavedModelIsFoundListedVerifiedAndRead() throws Exception {
        InstalledModel saved = save("mine");
        assertThat(store.find("mine")).contains(saved);
        assertThat(store.list()).containsExactly(saved);
        store.verify("mine");
        assertThat(CheckpointReader.read(saved.members().getFirst())).isEqualTo(checkpoint());
        assertThat(saved.members().getFirst()).isEqualTo(store.path().resolve("mine").resolve("abc.safetensors"));
    }

    @Test
    void savingAgainReplacesAndLeavesNothingBehind() throws Exception {
        save("mine");
        save("mine");
        try (var files = Files.list(store.path())) {
            assertThat(files).containsExactly(store.path().resolve("mine"));
        }
    }

    @Test
    void theFingerprintTellsModelsOfOneNameApart() throws Exception {
        String first = save("mine").fingerprint();
        assertThat(first).matches("[0-9a-f]{64}").isEqualTo(save("mine").fingerprint());
        assertThat(save("mine", checkpoint(3), 0.5).fingerprint()).as("other weights").isNotEqualTo(first);
        assertThat(save("mine", checkpoint(2), 0.25).fingerprint()).as("put together otherwise").isNotEqualTo(first);
        assertThat(save("mine", checkpoint(2), 0.5).fingerprint()).isEqualTo(first);
    }

    @Test
    void aRemovedModelIsGone() throws Exception {
        save("mine");
        store.remove("mine");
        assertThat(store.path()).isEmptyDirectory();
        for (String name : List.of("mine", "..", "", ".downloads")) {
            assertThatThrownBy(() -> store.remove(name)).isInstanceOf(CheckpointException.class).hasMessageContaining("no model named");
            assertThatThrownBy(() -> store.verify(name)).isInstanceOf(CheckpointException.class).hasMessageContaining("no model named");
        }
    }

    @Test
    void aFlippedBitIsFoundByVerifying() throws Exception {
        Path member = save("mine").members().getFirst();
        byte[] bytes = Files.readAllBytes(member);
        bytes[bytes.length - 1] ^= 1;
        Files.write(member, bytes);
        assertThatThrownBy(() -> store.verify("mine"))
                .isInstanceOf(CheckpointException.class)
                .hasMessageContainingAll(member.toString(), "wrong checksum", "install it again");
    }

    @Test
    void aMissingMemberIsSaidByFindAndVerify() throws Exception {
        Path member = save("mine").members().getFirst();
        Files.delete(member);
        assertThatThrownBy(() -> store.find("mine")).isInstanceOf(CheckpointException.class).hasMessageContainingAll(member.toString(), "missing");
        assertThatThrownBy(() -> store.verify("mine")).isInstanceOf(CheckpointException.class).hasMessageContaining("missing");
        assertThat(store.names()).containsExactly("mine");
    }

    @Test
    void aManifestThatIsDamagedOrNewerIsSaid() throws Exception {
        save("mine");
        Path manifest = store.path().resolve("mine").resolve("model.json");
        String text = Files.readString(manifest);
        Files.writeString(manifest, text.replace("\"formatVersion\": 1", "\"formatVersion\": 2"));
        assertThatThrownBy(() -> store.find("mine")).isInstanceOf(CheckpointException.class).hasMessageContainingAll(manifest.toString(), "format 2");
        for (String damaged : List.of("", "[]", "{}", "{", text.replace("abc.safetensors", "../abc.safetensors"), text.replace("0.5", "0.5, 1"),
                text.replace("members", "membres"))) {
            Files.writeString(manifest, damaged);
            assertThatThrownBy(() -> store.find("mine")).as(damaged).isInstanceOf(CheckpointException.class).hasMessageContaining("damaged");
        }
        store.remove("mine");
    }

    @Test
    void whatAKilledInstallationLeftIsCleanedUpButNotWhatALivingOneMakes() throws Exception {
        Process gone = new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(), "-version").redirectErrorStream(true).start();
        gone.waitFor();
        Path left = Files.createDirectories(store.path().resolve(".new-" + gone.pid() + "-1"));
        Files.writeString(Files.createDirectory(left.resolve("fresh")).resolve("half"), "half");
        Path making = Files.createDirectory(store.path().resolve(".new-" + ProcessHandle.current().pid() + "-2"));
        Path part = Files.writeString(Files.createDirectory(store.path().resolve(".downloads")).resolve("x.part"), "x");

        store.cleanUp();

        assertThat(left).doesNotExist();
        assertThat(making).exists();
        assertThat(part).exists();
        assertThat(store.names()).isEmpty();
    }

    private InstalledModel save(String name) throws Exception {
        return save(name, checkpoint(), 0.5);
    }

    private InstalledModel save(String name, Checkpoint checkpoint, double weight) throws Exception {
        return store.save(name, List.of("drums"), List.of(new IncomingMember("abc", checkpoint, List.of(weight), "here")), Optional.empty());
    }

    private static Checkpoint checkpoint() {
        return checkpoint(2);
    }

    private static Checkpoint checkpoint(int last) {
        TreeMap<String, TensorData> tensors = new TreeMap<>();
        tensors.put("a", new TensorData("a", ElementType.F16, List.of(2), ByteBuffer.wrap(TorchFiles.halves(1, last))));
        JsonObject arguments = new JsonObject();
        arguments.addProperty("segment", "39/5");
        return new Checkpoint("HTDemucs", arguments, tensors);
    }
}
