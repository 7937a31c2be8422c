package dev.unbraid.session;

import dev.unbraid.plugin.JobControl;
import dev.unbraid.separation.ModelBag;
import dev.unbraid.separation.ModelUnavailableException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The models and devices of this machine, whatever networks they are. Answered by the composition root.
public interface Separators {
    /// Those of the catalogue and those imported, the best first. Reads small files; not for the screen's thread.
    List<SeparatorModel> models() throws IOException;

    /// Those that were asked for most likely first, those that are here and cannot be used last; asks the graphics driver, so not for the screen's thread.
    List<SeparationDevice> devices();

    /// What this machine can do, learnt by every run; empty if nobody measures.
    default Optional<MachinePace> pace() {
        return Optional.empty();
    }

    /// Where the stems of [#open] would come from; empty if nobody knows. Not for the screen's thread.
    ///
    /// @param device as in [SeparationDevice#name]
    default Optional<Provenance> provenance(String model, String device) throws ModelUnavailableException {
        return Optional.empty();
    }

    /// Somebody may soon want to separate: starts what takes time to start. Returns at once, on any thread.
    default void prepare() {}

    /// Makes a model ready. Its network is opened when it first runs; called on the thread that will run it.
    ///
    /// @param device as in [SeparationDevice#name]
    ModelBag open(String model, String device) throws ModelUnavailableException;

    /// Downloads a model, or what a device needs; resumes where an earlier try stopped. Counts bytes.
    ///
    /// @param what the model's name, or the device's
    /// @return whether it is installed; if not, `control` asked to stop
    /// @throws ModelInstallException     if a host or what came from there was not as it should be
    /// @throws LibrariesInstallException the same for a device
    boolean install(String what, JobControl control) throws IOException;

    /// Installs a model from a file of the user's.
    SeparatorModel importFile(Path file) throws IOException;
}
