package dev.unbraid.compute;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The PyTorch libraries that a process loads: those that come with the program, or a folder of others.
///
/// @param folder  empty for those of the program
/// @param record  of loading them, where they were installed
/// @param failure why the installed ones are not taken: a clause; empty if they are, or there are none
record Libtorch(Optional<Path> folder, Kind kind, Optional<LoadRecord> record, Optional<String> failure) {
    /// The environment variable that names a folder, as PyTorch's own archives and Python's packages have it.
    static final String VARIABLE = "PYTORCH_LIBRARY_PATH";
    static final Libtorch OF_THE_PROGRAM = new Libtorch(Optional.empty(), Kind.PROCESSOR_ONLY);

    /// The one version that DJL's native part fits.
    static final String VERSION = "2.7.1";
    private static final Pattern VERSION_LINE = Pattern.compile("(?:__version__ = '|^)(\\d+\\.\\d+\\.\\d+)");
    /// They want a running Python.
    private static final String FOR_PYTHON = Stream.of("torch_python", "shm", "torch_global_deps")
            .map(System::mapLibraryName)
            .reduce((a, b) -> a + "," + b).orElseThrow();

    /// What it can run networks on.
    enum Kind { PROCESSOR_ONLY, CUDA }

    Libtorch(Optional<Path> folder, Kind kind) {
        this(folder, kind, Optional.empty(), Optional.empty());
    }

    /// What to load here: what the environment names, or else the libraries for GPUs, if they are installed and there is a
    /// GPU, or else those of the program.
    ///
    /// @param named     what [#VARIABLE] names
    /// @param installed where the libraries for GPUs are if they are installed
    /// @throws DeviceUnavailableException if the environment names something else
    static Libtorch choose(Optional<Path> named, Path installed, Optional<CudaDriver> driver) throws DeviceUnavailableException {
        if (named.isPresent()) {
            return in(named.get());
        }
        boolean hasGpu = driver.filter(it -> !it.gpus().isEmpty()).isPresent();
        return hasGpu && Files.isDirectory(installed) ? installed(installed) : OF_THE_PROGRAM;
    }

    private static Libtorch installed(Path folder) throws DeviceUnavailableException {
        LoadRecord record = new LoadRecord(folder);
        Optional<String> failure = record.failure();
        return failure.isPresent()
                ? new Libtorch(Optional.empty(), Kind.PROCESSOR_ONLY, Optional.empty(), failure)
                : new Libtorch(Optional.of(folder.toAbsolutePath()), in(folder).kind(), Optional.of(record), Optional.empty());
    }

    private static Libtorch in(Path folder) throws DeviceUnavailableException {
        if (!Files.isRegularFile(folder.resolve(System.mapLibraryName("torch_cpu")))) {
            throw new DeviceUnavailableException("There are no libraries of PyTorch in %s; let %s name the folder with %s, or unset it."
                    .formatted(folder, VARIABLE, System.mapLibraryName("torch_cpu")));
        }
        Optional<String> version = version(folder);
        if (version.isPresent() && !version.get().equals(VERSION)) {
            throw new DeviceUnavailableException("The libraries in %s are PyTorch %s, and Unbraid needs %s; let %s name another folder, or unset it."
                    .formatted(folder, version.get(), VERSION, VARIABLE));
        }
        boolean cuda = Files.isRegularFile(folder.resolve(System.mapLibraryName("torch_cuda")));
        return new Libtorch(Optional.of(folder.toAbsolutePath()), cuda ? Kind.CUDA : Kind.PROCESSOR_ONLY);
    }

    /// As an archive of libtorch or a Python package says it, beside the folder; empty if there is neither.
    private static Optional<String> version(Path folder) {
        Path above = folder.toAbsolutePath().resolveSibling("");
        for (Path file : List.of(above.resolve("build-version"), above.resolve("version.py"))) {
            try {
                Matcher version = VERSION_LINE.matcher(Files.readString(file));
                if (version.find()) {
                    return Optional.of(version.group(1));
                }
            } catch (IOException e) {
                // It may be an archive of the other kind.
            }
        }
        return Optional.empty();
    }

    /// Has DJL load it; before its first class is loaded.
    void prefer() {
        folder.ifPresent(path -> {
            System.setProperty(VARIABLE, path.toString());
            // It would ask CUDA's run-time library, which need not be where DJL looks for it.
            System.setProperty("PYTORCH_FLAVOR", switch (kind) {
                case CUDA -> "cu128";
                case PROCESSOR_ONLY -> "cpu";
            });
            System.setProperty("PYTORCH_LIBRARY_EXCLUSION", FOR_PYTHON);
        });
    }

    /// Keeps in mind that they could not be loaded.
    ///
    /// @param cache where those of the program are unpacked
    /// @return a sentence for the user
    String fail(Path cache, Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        String why = String.valueOf(cause.getMessage());
        if (record.isPresent()) {
            record.get().fail(why);
            return "PyTorch's libraries for GPUs do not load (%s). From now on Unbraid runs on the processor: try again. `unbraid gpu install` has them tried again, and after `unbraid gpu remove` fetches them anew."
                    .formatted(why);
        }
        return folder.isPresent()
                ? "PyTorch's libraries cannot be loaded from %s: %s. Unset %s to have Unbraid use its own."
                        .formatted(folder.get(), why, VARIABLE)
                : "PyTorch's native libraries cannot be loaded from %s: %s. Free some space or delete that folder and try again."
                        .formatted(cache, why);
    }
}
