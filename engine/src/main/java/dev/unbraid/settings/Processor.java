package dev.unbraid.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What this machine multiplies with, as far as the system tells.
///
/// @param name      as its maker calls it, else its architecture
/// @param units     those that matter for networks, by their usual names
/// @param cores     of the machine, whoever may use them
/// @param available processors that this process may use, whose cores may be shared
/// @param quota     how many processors' time the container may spend, if it has a limit
public record Processor(String name, List<String> units, OptionalInt cores, int available, OptionalDouble quota) {
    private static final Pattern NAME = Pattern.compile("(?m)^model name\\s*:\\s*(\\S.*)$");
    private static final Pattern FLAGS = Pattern.compile("(?m)^(?:flags|Features)\\s*:\\s*(\\S.*)$");
    private static final List<Unit> UNITS = List.of(
            new Unit("avx2", "AVX2"), new Unit("avx512f", "AVX-512"), new Unit("avx512_bf16", "AVX-512 BF16"),
            new Unit("amx_tile", "AMX"), new Unit("asimd", "NEON"), new Unit("sve", "SVE"), new Unit("bf16", "BF16"));

    /// @param flag as the kernel calls it, on x86 or on Arm
    /// @param name as everybody does
    private record Unit(String flag, String name) {}

    public Processor {
        units = List.copyOf(units);
    }

    public static Processor ofThisMachine() {
        String otherwise = Optional.ofNullable(System.getenv("PROCESSOR_IDENTIFIER"))
                .orElseGet(() -> System.getProperty("os.arch", "unknown"));
        return of(Path.of("/"), Runtime.getRuntime().availableProcessors(), otherwise);
    }

    /// @param system    files of the system, `/` but for tests
    /// @param otherwise its name where the system's files do not tell it
    static Processor of(Path system, int available, String otherwise) {
        String told = read(system.resolve("proc/cpuinfo"));
        Set<String> flags = Set.copyOf(Arrays.asList(found(FLAGS, told).orElse("").split("\\s+")));
        List<String> units =
                UNITS.stream().filter(unit -> flags.contains(unit.flag())).map(Unit::name).toList();
        return new Processor(found(NAME, told).orElse(otherwise), units, new ProcessorCores(system, available).physical(),
                available, quota(read(system.resolve("sys/fs/cgroup/cpu.max"))));
    }

    /// @param limit microseconds of each period, and the period: `150000 100000`, or `max 100000`
    private static OptionalDouble quota(String limit) {
        Matcher numbers = Pattern.compile("(\\d{1,15}) ([1-9]\\d{0,14})\\s*").matcher(limit);
        return numbers.matches()
                ? OptionalDouble.of(Double.parseDouble(numbers.group(1)) / Double.parseDouble(numbers.group(2)))
                : OptionalDouble.empty();
    }

    private static Optional<String> found(Pattern pattern, String text) {
        Matcher line = pattern.matcher(text);
        return line.find() ? Optional.of(line.group(1).strip()) : Optional.empty();
    }

    /// Nothing where there is no such file, as on most systems but Linux.
    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }
}
