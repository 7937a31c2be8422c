package dev.unbraid.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.unbraid.cli.Main;
import dev.unbraid.cli.ToySeparate;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A process of the program, with all that it says, until it ends or is killed.
final class Victim {
    private static final long SECONDS_AT_MOST = 180;

    private final Process process;
    private final Path home;
    private final Path errors;
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final Thread listener;

    private Victim(Process process, Path home, Path errors) {
        this.process = process;
        this.home = home;
        this.errors = errors;
        listener = Thread.ofVirtual().start(this::listen);
    }

    /// `unbraid`, as from a shell.
    static Victim command(Home home, List<String> arguments) throws IOException {
        return start(home, Main.class, arguments);
    }

    /// The same with [ToyNetwork].
    static Victim toyCommand(Home home, List<String> arguments) throws IOException {
        return start(home, ToySeparate.class, arguments.subList(1, arguments.size()));
    }

    static Victim start(Home home, Class<?> main, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"), "-Xmx256m", "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1", "-Xshare:auto", "--enable-native-access=ALL-UNNAMED", "-cp", classPath(),
                main.getName()));
        command.addAll(arguments);
        Path errors = Files.createTempFile(home.folder(), "errors", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(errors.toFile());
        builder.environment().put("UNBRAID_HOME", home.folder().toString());
        builder.environment().put("JDK_JAVA_OPTIONS", "-Djava.io.tmpdir=" + home.temporary());
        return new Victim(builder.start(), home.folder(), errors);
    }

    /// Absolute, for the worker has it from its parent.
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(it -> Path.of(it).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void listen() {
        try (BufferedReader words = process.inputReader()) {
            for (String line = words.readLine(); line != null; line = words.readLine()) {
                said.add(line);
            }
        } catch (IOException | UncheckedIOException _) {
            // Killed.
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    List<String> said() {
        return List.copyOf(said);
    }

    /// What came on the error stream, but for Java's word on its own options.
    List<String> errors() throws IOException {
        return Files.readAllLines(errors).stream().filter(it -> !it.startsWith("NOTE: Picked up")).toList();
    }

    /// Its workers.
    List<ProcessHandle> children() {
        return process.toHandle().children().filter(ProcessHandle::isAlive).toList();
    }

    /// As Ctrl-C does: it may clean up.
    void stop() {
        // Of the process itself it would close the pipes, too.
        process.toHandle().destroy();
    }

    /// @return whether it was alive
    boolean kill() throws InterruptedException {
        boolean alive = process.isAlive();
        process.destroyForcibly().waitFor();
        listener.join();
        return alive;
    }

    /// @return the exit code
    int end() throws InterruptedException, IOException {
        return end(SECONDS_AT_MOST, TimeUnit.SECONDS);
    }

    int end(long atMost, TimeUnit unit) throws InterruptedException, IOException {
        boolean ended = process.waitFor(atMost, unit);
        if (!ended) {
            // Java prints what its threads are at.
            new ProcessBuilder("kill", "-QUIT", Long.toString(process.pid())).start().waitFor();
            TimeUnit.SECONDS.sleep(2);
            process.destroyForcibly().waitFor();
        }
        listener.join();
        assertThat(ended).as("it ends; said so far: %s %s", said, errors()).isTrue();
        return process.exitValue();
    }

    /// Waits for the workers to notice that nobody needs them any more.
    void assertNoOrphans() throws InterruptedException {
        for (int i = 0; i < 600 && orphans().findAny().isPresent(); i++) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        assertThat(orphans()).as("orphans").isEmpty();
    }

    private Stream<ProcessHandle> orphans() {
        return ProcessHandle.allProcesses().filter(it -> it.isAlive() && isOurs(it));
    }

    /// A command line may be too long for the system to tell; the environment is inherited.
    private boolean isOurs(ProcessHandle other) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(other.pid()), "environ"), StandardCharsets.ISO_8859_1)
                    .contains("UNBRAID_HOME=" + home);
        } catch (IOException _) {
            // Gone, somebody else's, or not on Linux.
            return false;
        }
    }
}
