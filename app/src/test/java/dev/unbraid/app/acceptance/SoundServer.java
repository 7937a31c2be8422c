package dev.unbraid.app.acceptance;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A PulseAudio server of the test's own, whose one output leads nowhere and is recorded.
final class SoundServer implements AutoCloseable {
    private static final String[] FORMAT = {"--raw", "--format=float32le", "--rate=44100", "--channels=2", "--latency-msec=20"};
    private static final int PATIENCE = 400;
    private static final long LOOK_EVERY_MS = 25;

    private final Path home;
    private final Path recording;
    private final List<Process> processes = new ArrayList<>();

    private SoundServer(Path folder) throws IOException {
        // It refuses a folder that others can read.
        home = Files.createDirectory(folder.resolve("sound"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        recording = home.resolve("recording.f32");
        Files.writeString(home.resolve(".asoundrc"), "pcm.!default { type pulse }\nctl.!default { type pulse }\n");
    }

    /// Skips the test where there is no PulseAudio.
    static SoundServer start(Path folder) throws IOException, InterruptedException {
        assumeThat(List.of("pulseaudio", "parec", "pacat", "pactl")).as("needs PulseAudio: pulseaudio, pulseaudio-utils")
                .allMatch(SoundServer::isInstalled);
        SoundServer server = new SoundServer(folder);
        server.run(Redirect.DISCARD, "pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no",
                "--load=module-native-protocol-unix auth-anonymous=1 socket=" + server.home.resolve("native"),
                "--load=module-null-sink sink_name=test rate=44100 channels=2 format=float32le");
        for (int i = 0; i < PATIENCE && server.run(Redirect.DISCARD, "pactl", "info").waitFor() != 0; i++) {
            Thread.sleep(LOOK_EVERY_MS);
        }
        // An output that nothing plays to stands still, and the beginning of what comes first is lost.
        server.run(Redirect.DISCARD, "sh", "-c", "exec pacat -d test " + String.join(" ", FORMAT) + " < /dev/zero");
        server.run(Redirect.to(server.recording.toFile()),
                Stream.concat(Stream.of("parec", "-d", "test.monitor"), Stream.of(FORMAT)).toArray(String[]::new));
        for (int i = 0; i < PATIENCE && server.recordedBytes() == 0; i++) {
            Thread.sleep(LOOK_EVERY_MS);
        }
        return server;
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(":")).anyMatch(it -> Files.isExecutable(Path.of(it, program)));
    }

    private long recordedBytes() throws IOException {
        return Files.exists(recording) ? Files.size(recording) : 0;
    }

    /// What makes it a process's sound output.
    Map<String, String> environment() {
        return Map.of("HOME", home.toString(), "XDG_RUNTIME_DIR", home.toString(),
                "PULSE_SERVER", "unix:" + home.resolve("native"));
    }

    /// What came out since the server is up, `[2][frames]`.
    float[][] recorded() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(recording)).order(ByteOrder.LITTLE_ENDIAN);
        float[][] planes = new float[2][bytes.remaining() / (2 * Float.BYTES)];
        for (int i = 0; i < planes[0].length; i++) {
            planes[0][i] = bytes.getFloat();
            planes[1][i] = bytes.getFloat();
        }
        return planes;
    }

    private Process run(Redirect output, String... command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(output).redirectError(Redirect.DISCARD);
        builder.environment().putAll(environment());
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
