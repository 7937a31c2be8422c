package dev.unbraid.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How much memory this machine has to spare.
///
/// @param system files of the system, `/` but for tests
public record FreeMemory(Path system) {
    private static final long KIB = 1024;

    public static FreeMemory ofThisMachine() {
        return new FreeMemory(Path.of("/"));
    }

    /// What programs can still take before the system has to end one, swapping included; of the container, if it allows
    /// less.
    ///
    /// @return bytes; empty where the system does not tell, as only Linux does
    public OptionalLong bytes() {
        try {
            String told = Files.readString(system.resolve("proc/meminfo"));
            long available = kibibytes(told, "MemAvailable") + kibibytes(told, "SwapFree");
            return OptionalLong.of(Math.min(available, ofContainer()));
        } catch (IOException | IllegalArgumentException e) {
            return OptionalLong.empty();
        }
    }

    /// What this process holds now.
    ///
    /// @return bytes; empty where the system does not tell, as only Linux does
    public OptionalLong heldBytes() {
        try {
            return OptionalLong.of(kibibytes(Files.readString(system.resolve("proc/self/status")), "VmRSS"));
        } catch (IOException | IllegalArgumentException e) {
            return OptionalLong.empty();
        }
    }

    private static long kibibytes(String told, String name) {
        Matcher line = Pattern.compile("(?m)^%s:\\s+(\\d+) kB".formatted(name)).matcher(told);
        if (!line.find()) {
            throw new IllegalArgumentException(name);
        }
        return Long.parseLong(line.group(1)) * KIB;
    }

    /// As much as it may take, if there is none.
    private long ofContainer() {
        Path group = system.resolve("sys/fs/cgroup");
        try {
            String most = Files.readString(group.resolve("memory.max")).strip();
            if (most.equals("max")) {
                return Long.MAX_VALUE;
            }
            long used = Long.parseLong(Files.readString(group.resolve("memory.current")).strip());
            Matcher cached = Pattern.compile("(?m)^inactive_file (\\d+)").matcher(
                    Files.readString(group.resolve("memory.stat")));
            long givenBack = cached.find() ? Long.parseLong(cached.group(1)) : 0;
            return Math.max(0, Long.parseLong(most) - used + givenBack);
        } catch (IOException | NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
