package dev.unbraid.settings;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/// The Java that runs this process, for starting another with the same code.
///
/// @param home       where `bin/java` is
/// @param modulePath empty if this process has none
/// @param classPath  empty if this process has none
public record ThisJava(Path home, String modulePath, String classPath) {
    public static ThisJava ofThisProcess() {
        return of(System.getProperties());
    }

    /// @param system `java.home`, `jdk.module.path` and `java.class.path`
    public static ThisJava of(Properties system) {
        return new ThisJava(Path.of(system.getProperty("java.home", "")), system.getProperty("jdk.module.path", ""),
                system.getProperty("java.class.path", ""));
    }

    /// What the environment adds to the options of every Java machine that is started from here.
    public static List<String> optionsOfTheEnvironment() {
        return Stream.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS")
                .flatMap(name -> Optional.ofNullable(System.getenv(name)).stream())
                .toList();
    }

    /// @param options of the Java machine
    /// @return a command line that starts a class of a module
    public List<String> command(List<String> options, String module, String mainClass) {
        List<String> command = start(options);
        command.add("-m");
        command.add(module + "/" + mainClass);
        return List.copyOf(command);
    }

    /// @return a command line that starts a class of the class path
    public List<String> command(List<String> options, String mainClass) {
        List<String> command = start(options);
        command.add(mainClass);
        return List.copyOf(command);
    }

    private List<String> start(List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin").resolve(File.separatorChar == '\\' ? "java.exe" : "java").toString());
        command.addAll(options);
        if (!modulePath.isBlank()) {
            command.addAll(List.of("-p", modulePath));
        }
        if (!classPath.isBlank()) {
            command.addAll(List.of("-cp", classPath));
        }
        return command;
    }
}
