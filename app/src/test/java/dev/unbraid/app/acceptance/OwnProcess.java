package dev.unbraid.app.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A window in a process of its own, that can be given another sound output, listened to, and killed.
///
/// @param errors what it writes to its standard error
record OwnProcess(Process process, Path errors) {
    /// What JavaFX says of every program whose classes are not modules, as those of tests are not.
    private static final List<String> OF_THE_TESTS_OWN =
            List.of("com.sun.javafx.application.PlatformImpl startup", "Unsupported JavaFX configuration");

    /// @param main its `main` gets the folder
    static OwnProcess start(Class<?> main, Path folder, Map<String, String> environment) throws IOException {
        Path errors = folder.resolve(main.getSimpleName() + ".stderr");
        Path codecs = Path.of(System.getProperty("user.home"), ".javacpp", "cache");
        ProcessBuilder builder = new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx1g", "--enable-native-access=ALL-UNNAMED", "-Dprism.order=sw", "-Dfile.encoding=UTF-8",
                // Where this process has them, whatever home the other one has.
                "-Dorg.bytedeco.javacpp.cachedir=" + System.getProperty("org.bytedeco.javacpp.cachedir", codecs.toString()),
                "-cp", System.getProperty("java.class.path"), main.getName(), folder.toString());
        builder.environment().keySet().removeIf(it -> it.startsWith("PULSE") || it.startsWith("ALSA"));
        builder.environment().putAll(environment);
        return new OwnProcess(builder.redirectError(errors.toFile()).start(), errors);
    }

    /// Waits for its end.
    ///
    /// @return what it wrote to its standard output
    String outcome() throws IOException, InterruptedException {
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(said + Files.readString(errors));
        }
        return said;
    }

    /// Lines on its standard error that the program is to blame for.
    List<String> complaints() throws IOException {
        try (Stream<String> lines = Files.lines(errors)) {
            return lines.filter(line -> OF_THE_TESTS_OWN.stream().noneMatch(line::contains)).toList();
        }
    }
}
