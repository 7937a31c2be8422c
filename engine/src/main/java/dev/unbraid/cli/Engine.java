package dev.unbraid.cli;

import dev.unbraid.checkpoint.CheckpointException;
import dev.unbraid.checkpoint.CheckpointStore;
import dev.unbraid.checkpoint.InstalledModel;
import dev.unbraid.checkpoint.ModelCatalog;
import dev.unbraid.checkpoint.ModelInstaller;
import dev.unbraid.checkpoint.NpmCommand;
import dev.unbraid.codec.CodecLibraries;
import dev.unbraid.compute.DeviceChoice;
import dev.unbraid.compute.DeviceUnavailableException;
import dev.unbraid.compute.TorchEngine;
import dev.unbraid.htdemucs.HtDemucsBags;
import dev.unbraid.separation.ModelBag;
import dev.unbraid.settings.ExecutablePath;
import dev.unbraid.settings.UserFolders;

/// The composition root: the only place that knows which network, which folders and which device go together.
final class Engine {
    private final UserFolders folders;
    private final ExecutablePath path;

    Engine(UserFolders folders, ExecutablePath path) {
        this.folders = folders;
        this.path = path;
    }

    static Engine ofThisProcess() {
        UserFolders folders = UserFolders.ofThisProcess();
        CodecLibraries.unpackInto(folders.cache().resolve("natives").resolve("ffmpeg"));
        return new Engine(folders, ExecutablePath.ofThisProcess());
    }

    ModelCatalog catalog() {
        return ModelCatalog.bundled();
    }

    CheckpointStore store() {
        return new CheckpointStore(folders.data().resolve("models"));
    }

    ModelInstaller installer() {
        return new ModelInstaller(store(), catalog(), new NpmCommand(path.folders()));
    }

    /// Starts PyTorch; a process can do so once.
    TorchEngine torch(int threads) throws DeviceUnavailableException {
        return TorchEngine.start(folders.cache().resolve("natives"), threads);
    }

    /// Says so when [#torch] will first unpack its libraries, which takes some seconds.
    void announceUnpacking(Voice voice) {
        if (TorchEngine.unpacksInto(folders.cache().resolve("natives"))) {
            voice.note("Unpacking PyTorch (first start only) …");
        }
    }

    static int usualThreads() {
        return Runtime.getRuntime().availableProcessors();
    }

    InstalledModel installed(String name) throws CheckpointException {
        return store().find(name).orElseThrow(() -> new CheckpointException(
                "The model %s is not installed; `unbraid models install %s` gets it, `unbraid models list` shows what there is."
                        .formatted(name, name)));
    }

    ModelBag bag(InstalledModel model, DeviceChoice choice, int threads)
            throws CheckpointException, DeviceUnavailableException {
        TorchEngine torch = torch(threads);
        return new HtDemucsBags(torch, torch.resolve(choice)).bag(model);
    }
}
