package dev.unbraid.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How many cores this machine's processors have: two threads of one core share what multiplies.
///
/// @param system    files of the system, `/` but for tests
/// @param available processors that this process may use, whose cores may be shared
public record ProcessorCores(Path system, int available) {
    private static final Pattern PACKAGE = Pattern.compile("(?m)^physical id\\s*:\\s*(\\d+)");
    private static final Pattern CORE = Pattern.compile("(?m)^core id\\s*:\\s*(\\d+)");

    public static ProcessorCores ofThisMachine() {
        return new ProcessorCores(Path.of("/"), Runtime.getRuntime().availableProcessors());
    }

    /// Cores that this process may use, at least 1; where the system does not tell them from processors, those.
    public int count() {
        return Math.min(available, physical().orElse(available));
    }

    /// Cores of the machine, whoever may use them; empty where the system does not tell.
    public OptionalInt physical() {
        try {
            Set<String> cores = new HashSet<>();
            for (String processor : Files.readString(system.resolve("proc/cpuinfo")).split("\n\n")) {
                Matcher core = CORE.matcher(processor);
                Matcher chip = PACKAGE.matcher(processor);
                if (core.find()) {
                    cores.add((chip.find() ? chip.group(1) : "") + " " + core.group(1));
                }
            }
            return cores.isEmpty() ? OptionalInt.empty() : OptionalInt.of(cores.size());
        } catch (IOException e) {
            return OptionalInt.empty();
        }
    }
}
