package dev.unbraid.worker;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The most memory that this process has held at once, native libraries and all.
public final class PeakMemory {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Pattern HIGH_WATER = Pattern.compile("(?m)^VmHWM:\\s+(\\d+) kB");
    private static final long KIB = 1024;

    private PeakMemory() {}

    /// @return bytes; empty where the system does not tell
    public static OptionalLong ofThisProcess() {
        try {
            Matcher line = HIGH_WATER.matcher(Files.readString(STATUS));
            return line.find() ? OptionalLong.of(Long.parseLong(line.group(1)) * KIB) : OptionalLong.empty();
        } catch (IOException e) {
            // Only Linux has this file.
            return OptionalLong.empty();
        }
    }
}
