package dev.unbraid.playback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A PulseAudio server of the test's own, with one output that leads nowhere and is recorded.
final class SoundServer implements AutoCloseable {
    private static final String OUTPUT = "module-null-sink sink_name=test rate=44100 channels=2 format=float32le";

    private final Path home;
    private final Path recording;
    private final List<Process> processes = new ArrayList<>();

    private SoundServer(Path folder) throws IOException {
        home = Files.createDirectory(folder.resolve("home"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        recording = folder.resolve("recording.f32");
        Files.writeString(home.resolve(".asoundrc"), "pcm.!default { type pulse }\nctl.!default { type pulse }\n");
    }

    /// Skips the test where there is no PulseAudio.
    static SoundServer start(Path folder) throws IOException, InterruptedException {
        assumeThat(List.of("pulseaudio", "parec", "pactl")).as("needs PulseAudio: pulseaudio, pulseaudio-utils")
                .allMatch(SoundServer::isInstalled);
        SoundServer server = new SoundServer(folder);
        server.run(List.of("pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no",
                "--load=module-native-protocol-unix auth-anonymous=1 socket=" + server.home.resolve("native"),
                "--load=" + OUTPUT), ProcessBuilder.Redirect.DISCARD);
        for (int i = 0; i < 100 && !server.answers(); i++) {
            Thread.sleep(50);
        }
        // An output that nothing plays to stands still, and the opening of what comes first is lost.
        server.run(List.of("sh", "-c", "exec pacat -d test --raw --format=float32le --rate=44100 --channels=2 "
                + "--latency-msec=20 < /dev/zero"), ProcessBuilder.Redirect.DISCARD);
        server.listen();
        return server;
    }

    private void listen() throws IOException, InterruptedException {
        Files.deleteIfExists(recording);
        run(List.of("parec", "-d", "test.monitor", "--raw", "--format=float32le", "--rate=44100", "--channels=2",
                "--latency-msec=20"), ProcessBuilder.Redirect.to(recording.toFile()));
        for (int i = 0; i < 200 && (!Files.exists(recording) || Files.size(recording) == 0); i++) {
            Thread.sleep(50);
        }
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(it -> Files.isExecutable(Path.of(it, program)));
    }

    private boolean answers() throws IOException, InterruptedException {
        return run(List.of("pactl", "info"), ProcessBuilder.Redirect.DISCARD).waitFor() == 0;
    }

    /// Runs a class's `main` with the server as the system's sound output.
    ///
    /// @return its standard output, to be read while it runs
    Process play(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED", "-Djava.io.tmpdir=" + home,
                "-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        return run(command, ProcessBuilder.Redirect.PIPE);
    }

    static String outcome(Process process) throws IOException, InterruptedException {
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    /// Ends the server.
    void unplug() {
        processes.getFirst().destroyForcibly();
    }

    /// Takes the output away and lets the server run.
    void removeOutput() throws IOException, InterruptedException {
        tell("unload-module", "module-null-sink");
    }

    /// Gives it an output again, and records that anew.
    void bringOutputBack() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("load-module"));
        command.addAll(List.of(OUTPUT.split(" ")));
        tell(command.toArray(String[]::new));
        listen();
    }

    private void tell(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("pactl"));
        command.addAll(List.of(words));
        assertThat(run(command, ProcessBuilder.Redirect.DISCARD).waitFor()).as("%s", command).isZero();
    }

    /// What came out since the server is up, `[2][frames]`.
    float[][] recorded() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(recording)).order(ByteOrder.LITTLE_ENDIAN);
        int frames = bytes.remaining() / (2 * Float.BYTES);
        float[][] planes = new float[2][frames];
        for (int i = 0; i < frames; i++) {
            planes[0][i] = bytes.getFloat();
            planes[1][i] = bytes.getFloat();
        }
        return planes;
    }

    private Process run(List<String> command, ProcessBuilder.Redirect output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(output)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        if (!command.getFirst().endsWith("java")) {
            builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        }
        builder.environment().keySet().removeIf(it -> it.startsWith("PULSE") || it.startsWith("ALSA"));
        builder.environment().put("HOME", home.toString());
        builder.environment().put("XDG_RUNTIME_DIR", home.toString());
        builder.environment().put("PULSE_SERVER", "unix:" + home.resolve("native"));
        Process process = builder.start();
        processes.add(process);
        return process;
    }

    @Override
    public void close() throws InterruptedException {
        for (Process process : processes.reversed()) {
            process.destroyForcibly().waitFor();
        }
    }
}
