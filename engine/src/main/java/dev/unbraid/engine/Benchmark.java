package dev.unbraid.engine;

import dev.unbraid.checkpoint.CheckpointException;
import dev.unbraid.checkpoint.CheckpointReader;
import dev.unbraid.checkpoint.CheckpointWriter;
import dev.unbraid.checkpoint.InstalledModel;
import dev.unbraid.checkpoint.ModelCatalog;
import dev.unbraid.compute.ComputeChoice;
import dev.unbraid.compute.DeviceChoice;
import dev.unbraid.compute.DeviceUnavailableException;
import dev.unbraid.compute.Footing;
import dev.unbraid.compute.Precision;
import dev.unbraid.compute.PrecisionChoice;
import dev.unbraid.htdemucs.HtDemucsCost;
import dev.unbraid.htdemucs.HtDemucsSpecReader;
import dev.unbraid.htdemucs.SeededCheckpoint;
import dev.unbraid.separation.ModelUnavailableException;
import dev.unbraid.separation.SegmentModel;
import dev.unbraid.worker.WorkerModel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A network that is run to be timed, in a worker as every separation's.
public final class Benchmark implements AutoCloseable {
    private static final Pattern SEEDED = Pattern.compile("seeded-(\\d+)\\.safetensors");

    private final Engine engine;
    private final Subject subject;
    private final Footing footing;
    private final Path checkpoint;

    /// Where the network's weights are from.
    public enum Weights { INSTALLED, SEEDED }

    /// What is timed.
    ///
    /// @param networks how many of the model's networks work on each segment; the first of them is timed
    /// @param cost     of one of them, for one segment
    public record Subject(String model, Weights weights, int networks, HtDemucsCost cost) {}

    private Benchmark(Engine engine, Subject subject, Footing footing, Path checkpoint) {
        this.engine = engine;
        this.subject = subject;
        this.footing = footing;
        this.checkpoint = checkpoint;
    }

    public static Benchmark of(Engine engine, InstalledModel model, ComputeChoice choice)
            throws CheckpointException, DeviceUnavailableException {
        Path first = model.members().getFirst();
        Subject subject = new Subject(model.name(), Weights.INSTALLED, model.members().size(), cost(first));
        return new Benchmark(engine, subject, engine.bags().resolve(choice), first);
    }

    /// The published htdemucs with random weights, which take as long as the real ones; 170 MB in the cache until closed.
    public static Benchmark seeded(Engine engine, ComputeChoice choice)
            throws CheckpointException, DeviceUnavailableException, IOException {
        Footing footing = engine.bags().resolve(choice);
        Path folder = Files.createDirectories(engine.folders().cache().resolve("bench"));
        sweep(folder);
        Path file = folder.resolve("seeded-%d.safetensors".formatted(ProcessHandle.current().pid()));
        try {
            CheckpointWriter.write(file, SeededCheckpoint.published(ModelCatalog.bundled()));
            return new Benchmark(engine, new Subject("htdemucs", Weights.SEEDED, 1, cost(file)), footing, file);
        } catch (IOException | CheckpointException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /// Deletes what processes have left that are no more, or were and had this one's number.
    private static void sweep(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Matcher name = SEEDED.matcher(file.getFileName().toString());
                if (name.matches() && isOver(Long.parseLong(name.group(1)))) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private static boolean isOver(long pid) {
        return pid == ProcessHandle.current().pid() || ProcessHandle.of(pid).isEmpty();
    }

    private static HtDemucsCost cost(Path checkpoint) throws CheckpointException {
        return HtDemucsCost.of(HtDemucsSpecReader.read(CheckpointReader.read(checkpoint).arguments()));
    }

    public Subject subject() {
        return subject;
    }

    /// What it runs on.
    public Footing footing() {
        return footing;
    }

    /// How fast the same device with the same threads multiplies matrices: floating-point operations a second. Measures
    /// for a second; while no network is open, lest they disturb each other.
    public double flopPerSecond(Precision precision) throws DeviceUnavailableException {
        return engine.workers().flopPerSecond(new Footing(footing.device(), precision, footing.threads()));
    }

    /// Loads the network.
    public SegmentModel open() throws ModelUnavailableException {
        ComputeChoice here = new ComputeChoice(new DeviceChoice.Exactly(footing.device()),
                new PrecisionChoice.Exactly(footing.precision()), footing.threads());
        return WorkerModel.open(engine.workers(), new WorkerModel.Wish(checkpoint, here));
    }

    @Override
    public void close() throws IOException {
        switch (subject.weights()) {
            case SEEDED -> Files.deleteIfExists(checkpoint);
            case INSTALLED -> {
                // It is the user's.
            }
        }
    }
}
