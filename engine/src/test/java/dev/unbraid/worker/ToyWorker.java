package dev.unbraid.worker;

import dev.unbraid.compute.Arithmetic;
import dev.unbraid.compute.ComputeDevice;
import dev.unbraid.compute.DeviceMemoryException;
import dev.unbraid.compute.DeviceReport;
import dev.unbraid.compute.DeviceReport.Usability;
import dev.unbraid.compute.DeviceUnavailableException;
import dev.unbraid.compute.Devices;
import dev.unbraid.compute.Footing;
import dev.unbraid.compute.Precision;
import dev.unbraid.compute.ProcessorPace;
import dev.unbraid.separation.ModelUnavailableException;
import dev.unbraid.separation.ModelUnavailableException.Reason;
import dev.unbraid.separation.SegmentModel;
import dev.unbraid.settings.ThisJava;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// A worker process whose network misbehaves as its checkpoint's name says. It believes in a GPU.
final class ToyWorker implements Networks {
    static final int FRAMES = 1_000;
    /// Of which an answer takes 16 MB.
    static final int LARGE_FRAMES = 1 << 20;
    static final Patience PATIENCE = new Patience(Duration.ofSeconds(120), Duration.ofSeconds(3), 20);

    private ToyWorker() {}

    public static void main(String[] args) {
        WorkerHost.run(() -> {
            if (args.length > 0) {
                throw new DeviceUnavailableException(args[0]);
            }
            return new ToyWorker();
        });
    }

    /// @param folder for the worker's own files
    static WorkerLaunch launch(Path folder, String... args) {
        List<String> options = List.of("-Xmx1g", "-Xmn16m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + folder.resolve("crash-%p.log"),
                "--enable-native-access=ALL-UNNAMED");
        List<String> command = new ArrayList<>(
                ThisJava.ofThisProcess().command(options, ToyWorker.class.getName()));
        command.addAll(List.of(args));
        return new WorkerLaunch(command, Map.of(), folder, PATIENCE, Duration.ofSeconds(60));
    }

    @Override
    public Devices devices() {
        return new Devices(List.of(new DeviceReport("cpu", Usability.USABLE, "the processor"),
                new DeviceReport("cuda:0", Usability.USABLE, "a toy")), new ProcessorPace(Precision.FLOAT32, Arithmetic.PYTORCH));
    }

    @Override
    public double flopPerSecond(Footing footing) throws DeviceUnavailableException {
        if (footing.precision() == Precision.BFLOAT16) {
            throw new DeviceUnavailableException("The toy measures no bfloat16.");
        }
        Network.crashIf(footing.precision() == Precision.FLOAT16);
        return footing.threads();
    }

    @Override
    public SegmentModel open(Opening opening) throws ModelUnavailableException {
        String behaviour = String.valueOf(Path.of(opening.checkpoint()).getFileName());
        if (behaviour.equals("damaged")) {
            throw new ModelUnavailableException(
                    Reason.FILES, opening.checkpoint() + ": it is damaged", new IOException("bit 7"));
        }
        return new Network(behaviour, opening.footing());
    }

    /// Two stems: the mix, and what it ran on and how many beside it.
    private static final class Network implements SegmentModel {
        private final String behaviour;
        private final Footing footing;
        private int segments;
        private int together = 1;

        Network(String behaviour, Footing footing) {
            this.behaviour = behaviour;
            this.footing = footing;
        }

        @Override
        public List<String> stems() {
            return List.of("mix", "footing");
        }

        @Override
        public int sampleRate() {
            return 44_100;
        }

        @Override
        public int channels() {
            return 2;
        }

        @Override
        public int segmentFrames() {
            return behaviour.equals("large") ? LARGE_FRAMES : FRAMES;
        }

        @Override
        public float[] separate(float[] mix) {
            segments++;
            boolean gpu = footing.device() instanceof ComputeDevice.Cuda;
            switch (behaviour) {
                case "prints" -> System.out.println("This is no answer.");
                case "sleeps" -> sleep(20);
                case "crashes-on-gpu" -> crashIf(gpu);
                case "crashes" -> crashIf(true);
                case "hangs-on-gpu" -> hangIf(gpu && segments == 2);
                case "no-memory-on-gpu" -> refuseMemoryIf(gpu);
                case "no-memory" -> refuseMemoryIf(true);
                case "needs-one-thread" -> crashIf(footing.threads() > 1);
                case "faulty" -> throw new IllegalStateException("no such tensor");
                case "babbles-on-gpu" -> babbleIf(gpu);
                case "full-heap-on-gpu" -> {
                    if (gpu) {
                        Runtime.getRuntime().halt(3);
                    }
                }
                default -> { }
            }
            float[] stems = new float[2 * mix.length];
            System.arraycopy(mix, 0, stems, 0, mix.length);
            stems[mix.length] = gpu ? 100 : 0;
            stems[mix.length + 1] = footing.threads();
            stems[mix.length + 2] = together;
            return stems;
        }

        @Override
        public int batch() {
            return behaviour.equals("takes-three") && segments > 0 ? 3 : 1;
        }

        @Override
        public Optional<List<float[]>> separateUnless(List<float[]> mixes, BooleanSupplier calledOff) {
            together = mixes.size();
            return SegmentModel.super.separateUnless(mixes, calledOff);
        }

        @Override
        public Optional<float[]> separateUnless(float[] mix, BooleanSupplier calledOff) {
            for (int i = 0; behaviour.equals("waits") && mix[0] == 0 && i < 10_000; i++) {
                if (calledOff.getAsBoolean()) {
                    return Optional.empty();
                }
                sleep(1);
            }
            return Optional.of(separate(mix));
        }

        private static void sleep(long millis) {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void hangIf(boolean hangs) {
            if (hangs) {
                sleep(1_000_000);
            }
        }

        @SuppressWarnings("restricted")
        private static void crashIf(boolean crashes) {
            if (crashes) {
                MemorySegment.NULL.reinterpret(64).set(ValueLayout.JAVA_LONG, 8, 1);
            }
        }

        private static void refuseMemoryIf(boolean refuses) {
            if (refuses) {
                throw new DeviceMemoryException("The toy is full.", new IllegalStateException());
            }
        }

        private static void babbleIf(boolean babbles) {
            if (babbles) {
                try (FileOutputStream out = new FileOutputStream(FileDescriptor.out)) {
                    out.write("native code writes here".getBytes(StandardCharsets.UTF_8));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
                hangIf(true);
            }
        }

        @Override
        public void close() {
            // Holds nothing.
        }
    }

    /// What lies in a worker's folder.
    static List<String> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.map(it -> it.getFileName().toString()).sorted().toList();
        }
    }
}
