package dev.unbraid.engine;

import dev.unbraid.compute.Arithmetic;
import dev.unbraid.compute.Precision;
import dev.unbraid.compute.ProcessorPace;
import dev.unbraid.settings.Processor;
import dev.unbraid.settings.ThisJava;
import dev.unbraid.settings.WholeText;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/// What an earlier process measured of the processor, in a file among what can be made again: measuring it takes a second, with
/// PyTorch loaded for nothing else.
///
/// Good for the same processor, Java and program, and for a month, for the machine may have had a bad day.
final class KnownPace {
    private static final Duration GOOD_FOR = Duration.ofDays(30);
    private static final String MACHINE = "machine";
    private static final String MEASURED = "measured";
    private static final String PRECISION = "precision";
    private static final String ARITHMETIC = "float32";

    private final Path file;
    private final String machine;
    private final Clock clock;

    /// @param machine all that the pace depends on
    KnownPace(Path file, String machine, Clock clock) {
        this.file = file;
        this.machine = machine;
        this.clock = clock;
    }

    static KnownPace ofThisMachine(Path file) {
        Processor processor = Processor.ofThisMachine();
        // The options may take Java's compiler away.
        return new KnownPace(file, "%s, %s; Java %s, %s; Unbraid %s".formatted(
                processor.name(), processor.units(), Runtime.version(), ThisJava.optionsOfTheEnvironment(), Version.number()),
                Clock.systemUTC());
    }

    /// Never fails: what cannot be read was not measured.
    Optional<ProcessorPace> recall() {
        Properties told = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            told.load(in);
            Duration age = Duration.between(Instant.parse(told.getProperty(MEASURED)), clock.instant());
            if (!machine.equals(told.getProperty(MACHINE)) || age.isNegative() || age.compareTo(GOOD_FOR) > 0) {
                return Optional.empty();
            }
            return Optional.of(new ProcessorPace(Precision.valueOf(told.getProperty(PRECISION)),
                    Arithmetic.valueOf(told.getProperty(ARITHMETIC))));
        } catch (IOException | RuntimeException e) {
            // Whatever is wrong with it, measuring again mends it.
            return Optional.empty();
        }
    }

    /// Where it cannot be written, it is measured again.
    void keep(ProcessorPace pace) {
        Properties told = new Properties();
        told.setProperty(MACHINE, machine);
        told.setProperty(MEASURED, clock.instant().toString());
        told.setProperty(PRECISION, pace.precision().name());
        told.setProperty(ARITHMETIC, pace.arithmetic().name());
        StringWriter text = new StringWriter();
        try {
            told.store(text, null);
            WholeText.write(file, text.toString());
        } catch (IOException e) {
            // The next process has the same chance.
        }
    }
}
