package dev.unbraid.engine;

import dev.unbraid.cuda.CudaLibraries;
import dev.unbraid.settings.ExecutablePath;
import dev.unbraid.settings.ThisJava;
import dev.unbraid.settings.UserFolders;
import dev.unbraid.vector.VectorUnits;
import dev.unbraid.worker.Patience;
import dev.unbraid.worker.WorkerLaunch;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// How the workers of this program are started.
final class WorkerCommand {
    private static final Duration LINGER = Duration.ofSeconds(60);
    /// PyTorch's threads wait for each other some thousand times a segment. By default they spin for as long as it takes,
    /// which where others want the processor keeps the very thread from it that they wait for: a busy machine takes twice
    /// as long. Spinning for some tens of microseconds costs a free machine nothing that could be measured.
    private static final Map.Entry<String, String> SHORT_SPINS = Map.entry("GOMP_SPINCOUNT", "10000");
    /// The network asks for the same large blocks segment after segment. Kept, and in huge pages, they cost no page
    /// faults: a third less time a segment than giving each back to the system, for 0.5 GB more at the peak. Asked of the
    /// system in large pieces, they cost the first segment a fifth of a second less.
    private static final Map.Entry<String, String> KEPT_BLOCKS = Map.entry("GLIBC_TUNABLES",
            "glibc.malloc.hugetlb=1:glibc.malloc.mmap_max=0:glibc.malloc.trim_threshold=17179869184"
                    + ":glibc.malloc.arena_max=1:glibc.malloc.top_pad=268435456");

    private static final List<String> POLITELY = List.of("-n", "5");

    private final UserFolders folders;
    private final ExecutablePath path;
    private final ThisJava java;

    /// How much a worker takes of a processor that others want, too.
    enum Manners { SWIFT, YIELDING }

    WorkerCommand(UserFolders folders, ExecutablePath path, ThisJava java) {
        this.folders = folders;
        this.path = path;
        this.java = java;
    }

    WorkerLaunch launch(Manners manners) {
        Path folder = folders.cache().resolve("worker");
        List<String> command = new ArrayList<>(switch (manners) {
            case SWIFT -> List.of();
            case YIELDING -> nice();
        });
        Module module = WorkerCommand.class.getModule();
        String main = WorkerProcess.class.getName();
        List<String> options = options(folder, module.isNamed());
        command.addAll(module.isNamed() ? java.command(options, module.getName(), main) : java.command(options, main));
        command.add(folders.cache().resolve("natives").toString());
        command.add(Integer.toString(Engine.usualThreads()));
        command.add(CudaLibraries.libtorch(Engine.cudaFolder(folders)).toString());
        return new WorkerLaunch(command, Map.ofEntries(KEPT_BLOCKS, SHORT_SPINS), folder, Patience.USUAL, LINGER);
    }

    /// The command that hands over to the rest of its command line at a lower priority; nothing where there is none.
    private List<String> nice() {
        return path.folders().stream()
                .map(folder -> folder.resolve("nice"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(nice -> Stream.concat(Stream.of(nice.toString()), POLITELY.stream()).toList())
                .orElse(List.of());
    }

    private List<String> options(Path folder, boolean inModule) {
        List<String> options = new ArrayList<>(VectorUnits.javaOptions());
        options.addAll(List.of(
                // A network in Java takes half a gigabyte; one in PyTorch leaves as good as all of it untouched.
                "-Xmx1g", "-Xmn48m", "-XX:PretenureSizeThreshold=5m", "-XX:+UseSerialGC", "-XX:MaxDirectMemorySize=64m", "-Xlog:disable",
                "-XX:+ExitOnOutOfMemoryError", "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + folder.resolve("crash-%p.log"),
                "--enable-native-access=" + (inModule ? "dev.unbraid.engine,ai.djl.pytorch_engine,com.sun.jna" : "ALL-UNNAMED")));
        return options;
    }
}
